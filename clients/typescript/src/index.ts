import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { components, paths };

/** What the API answers with, by name: `Schemas['Commitment']`. */
export type Schemas = components['schemas'];

/** A page of a list. */
export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}

/** Answers are JSON; errors are problems. */
type Media = 'application/json' | 'application/problem+json';

/** A typed client of a service: `openGov('https://…').GET('/api/v1/commitments', { params: { query: { status: ['completed'] } } })`. */
export function openGov(baseUrl: string, options: Omit<ClientOptions, 'baseUrl'> = {}): Client<paths, Media> {
  return createClient<paths, Media>({ ...options, baseUrl });
}

/** Every record of a list, from its first page on: the next pages are asked for as they are needed. */
export async function* everyRecord<T>(first: Page<T>, ask: typeof fetch = fetch): AsyncGenerator<T> {
  for (let page = first; ; ) {
    yield* page.items;
    if (page.next === null) return;
    const answer = await ask(page.next);
    if (!answer.ok) throw new Error(`${answer.status}: ${((await answer.json()) as Schemas['ProblemDetails']).detail}`);
    page = (await answer.json()) as Page<T>;
  }
}
