import { everyRecord, openGov, type Schemas } from './index.js';

declare const process: { argv: string[] };
const base = process.argv[2]!;
const api = openGov(base);

const { data } = await api.GET('/api/v1/commitments', {
  params: { query: { early_results: ['marginal', 'major', 'outstanding'], sort: ['-early_results', 'id'], limit: 2 } },
});
console.log(`list ${data!.total} ${data!.returned} ${data!.next !== null}`);
const ids: string[] = [];
for await (const commitment of everyRecord<Schemas['Commitment']>(data!)) ids.push(commitment.id);
console.log(`pages ${ids.length === data!.total && new Set(ids).size === ids.length}`);
const { data: commitment } = await api.GET('/api/v1/commitments/{id}', { params: { path: { id: 'MX-NAP4-C10' } } });
console.log(`record ${commitment!.id} ${commitment!.early_results} ${commitment!.level} ${commitment!.status === null}`);
const { error } = await api.GET('/api/v1/commitments/{id}', { params: { path: { id: 'nothing' } } });
console.log(`error ${error!.status} ${error!.detail.split('.')[0]}`);

// The service has learned a code since this client was made: a code is text.
const later = openGov(base, {
  fetch: async (request) => new Response((await (await fetch(request)).text()).replaceAll('"outstanding"', '"beyond"'), { headers: { 'content-type': 'application/json' } }),
});
const { data: changed } = await later.GET('/api/v1/commitments/{id}', { params: { path: { id: 'MX-NAP4-C10' } } });
console.log(`unknown ${(changed!.early_results as string) === 'beyond'} ${changed!.id}`);
