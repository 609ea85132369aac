// Takes an example for each operation of the API description from a running service, so that examples are real
// answers: one item for a list, and times cut to a fixed one so that the file changes only when the data does.
// Usage: node scripts/openapi-examples.mjs http://127.0.0.1:5089 > api/Http/openapi-examples.json
const base = process.argv[2];
const query = { Search: 'q=agua', CountCommitments: 'group_by=status', GetMeasureValues: 'by=plan&level=national' };
const ids = {
  GetState: 'MX-DUR', GetSecretariat: 'MX-DUR', GetPlan: 'MX-NAP4', GetPlanHealth: 'MX-DUR-PAL1', GetOrganization: 'inai',
  GetCommitment: 'MX-CAM-PAL1-C2', GetCommitmentHistory: 'MX-CAM-PAL1-C2', GetMetricEdition: '2019', GetChange: '1',
  GetMeasure: 'early_results', GetMeasureValues: 'early_results',
};
const description = await (await fetch(`${base}/openapi/v1.json`)).json();
const examples = {};
for (const [path, { get }] of Object.entries(description.paths).sort()) {
  // What is written, and what is for admins, has no answer that anybody could ask for.
  if (!get || get.security) continue;
  const json = get.responses['200']?.content?.['application/json'];
  if (!json || path.startsWith('/data/')) continue;
  let address = path;
  if (path.includes('{')) {
    let id = ids[get.operationId];
    if (!id) {
      const list = await fetch(`${base}${path.slice(0, path.indexOf('/{'))}?limit=1`);
      id = list.ok ? (await list.json()).items[0]?.id : undefined;
    }
    if (!id) continue;
    address = path.replace(/\{\w+\}/, id);
  } else if (json.schema?.$ref?.match(/(List|Log)$/)) {
    address += '?limit=1';
  }
  // What is counted in groups is counted by the first key that there is.
  const grouped = get.parameters?.find(({ name, required }) => name === 'group_by' && required);
  if (grouped && !query[get.operationId]) {
    query[get.operationId] = `group_by=${description.components.schemas[grouped.schema.items.$ref.split('/').at(-1)].enum[0]}`;
  }
  if (query[get.operationId]) address += `${address.includes('?') ? '&' : '?'}${query[get.operationId]}`;
  const answer = await fetch(base + address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  examples[get.operationId] = JSON.parse(
    (await answer.text())
      .replaceAll(base, 'https://opengov.example')
      .replaceAll(/"(updated_at|changed_at)":"[^"]*"/g, '"$1":"2026-11-24T00:00:00.000Z"')
      .replaceAll(/"epoch":"[^"]*"/g, '"epoch":"5f2a9c0141d0b7e3"')
      .replaceAll(/"computed_for":"[^"]*"/g, '"computed_for":"2026-11-24"')
      .replaceAll(/cursor=[\w-]+/g, 'cursor=eyJBdCI6MX0'),
  );
  // The catalogue of measures comes whole; one of them is example enough.
  if (get.operationId === 'ListMeasures') examples.ListMeasures.items.length = 1;
}
process.stdout.write(`${JSON.stringify(examples, null, 1)}\n`);
