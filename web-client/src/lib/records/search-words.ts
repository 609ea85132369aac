import { ask } from '$lib/api/client';
import type { components, paths } from '$lib/api/schema';

export type Theme = components['schemas']['SearchTheme'];
type Query = paths['/api/v1/search']['get']['parameters']['query'];

/** What stands beside what words find: words that find something where these found nothing, and the themes that they name. */
export interface Beside {
  near: string[];
  themes: Theme[];
}

/** The same of words that are looked for among commitments. */
export async function besideCommitments(q: string, signal: AbortSignal): Promise<Beside> {
  const query: Query = { q, kind: ['commitments'], limit: 1, fields: ['id'] };
  const { near, themes } = await ask((api) => api.GET('/api/v1/search', { params: { query }, signal }));
  return { near, themes };
}

/** How many records of any kind words find. */
export async function mentions(q: string, signal: AbortSignal): Promise<number> {
  const query: Query = { q, limit: 1, fields: ['id'] };
  return (await ask((api) => api.GET('/api/v1/search', { params: { query }, signal }))).total;
}
