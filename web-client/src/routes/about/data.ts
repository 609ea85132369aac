import { absolute, ApiError, ask } from '$lib/api/client';
import type { Confidence, Precision } from '$lib/api/types';
import { parseCsv } from './csv';

export const CONFIDENCES: readonly Confidence[] = ['documented', 'presentation', 'inferred', 'disputed'];

/** Commitments at each level of confidence. */
export async function loadConfidence(signal: AbortSignal): Promise<Record<Confidence, number>> {
  const totals = await Promise.all(
    CONFIDENCES.map(async (confidence) => {
      const { total } = await ask((api) =>
        api.GET('/api/v1/commitments', { params: { query: { confidence: [confidence], limit: 1 } }, signal }),
      );
      return [confidence, total] as const;
    }),
  );
  return Object.fromEntries(totals) as Record<Confidence, number>;
}

export interface SourceRow {
  id: string;
  title: string;
  title_es: string | null;
  mirror: string | null;
  original_url: string | null;
  url: string | null;
  publisher: string | null;
  published_on: string | null;
  published_on_precision: Precision | null;
  read_extent: string | null;
  note_es: string | null;
  note_en: string | null;
}

/** The sources are a table of the data package, which the API gives as CSV only. */
export async function loadSources(signal: AbortSignal): Promise<SourceRow[]> {
  const address = await absolute('/data/sources.csv');
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch (cause) {
    throw new ApiError(null, address, { cause });
  }
  if (!response.ok) throw new ApiError(null, address);
  return parseCsv(await response.text()).map((row) => ({
    id: row.id ?? '',
    title: row.title ?? '',
    title_es: row.title_es ?? null,
    mirror: row.mirror ?? null,
    original_url: row.original_url ?? null,
    url: row.url ?? null,
    publisher: row.publisher ?? null,
    published_on: row.published_on ?? null,
    published_on_precision: (row.published_on_precision ?? null) as Precision | null,
    read_extent: row.read_extent ?? null,
    note_es: row.note_es ?? null,
    note_en: row.note_en ?? null,
  }));
}
