import { refusedOf } from '$lib/api/failure';
import type { Problem } from '$lib/api/types';
import type { Active } from '$lib/records/filters';
import { queryFault } from '$lib/url/query';

/** What is refused is no filter, and stands in no title as if it were one. */
export function accepted(filters: readonly Active[], problem: Problem | null | undefined): Active[] {
  const refused = problem ? refusedOf(problem) : [];
  const isRefused = (one: Active) =>
    refused.some(({ name, value }) => name === one.name && value.toLowerCase() === one.value.toLowerCase());
  return filters.filter((one) => !isRefused(one) && !(one.name === 'q' && queryFault(one.value) !== undefined));
}
