// Writes the page of all measures from a running service, so that it says what the service says.
// Usage: node scripts/measures-page.mjs http://127.0.0.1:5089 > docs/api/measures.md
const base = process.argv[2];
const { items } = await (await fetch(`${base}/api/v1/measures`)).json();
const lines = [
  '# Measures: what every figure means',
  '',
  'Each figure of the dashboard, of statistics, downloads and widgets is a measure, defined once in `api/Measures/Defined/`. `GET /api/v1/measures` is the catalogue, `/api/v1/measures/{key}` one of them, `/api/v1/measures/{key}/values` its numbers, as JSON, CSV, NDJSON, XLSX or Parquet.',
  '',
  '```sh',
  "curl 'http://localhost:5080/api/v1/measures/early_results/values?by=plan&level=national'",
  '```',
  '',
  '- Without `by` there is one row of all; with `by=plan` or `by=state,status` one for each group, the group with most rows first. All rows come at once.',
  '- A measure of **parts** has `yes`, `no` and `unknown`, which together are `total`. *Unknown* is what has no record here, which does not mean that nobody knows. A measure of one **value** has `value`, and `known`: how many rows it is made of. Of parts, `known` is `yes` and `no` together.',
  '- `rows_url` is the list whose `total` is `total`; `yes_rows_url`, `no_rows_url` and `unknown_rows_url` are those of the parts. A sum, a mean or a share is made of the rows of that list that have the number, as many as `known` says. Where the filters leave no row possible, the address is null.',
  '- Grouped by plan alone, what a voice said of a plan as a whole stands in rows of its own beside the count of what is coded here: `said_by` (the voice), `said_on` and its precision (null: no date on record), `code`, `unit` (`percent` where the voice gives a percentage) and `assessment_url`, where its note and source are. Such a row is another answer to the question, not a part of the count: never add it. A voice that says “9 of 13” does not say how many not, so `no` and `unknown` are null there. A filter of single commitments (`status`, `policy_area` …) leaves these rows out, since a voice spoke of all.',
  '- `by=voice` counts assessments of commitments, not only the newest independent one of each: its unit is `assessments`, its filters are those of `/assessments`, and it goes with `plan`, `level` and `state`.',
  '- CSV and XLSX have a row for each row of the JSON and the same columns, with `measure` and `unit` before them; sources stand in JSON and NDJSON, of what a voice said; those of a count are the sources of its rows, at `rows_url`.',
  '- It takes every filter of its rows (those of the list that `rows_url` leads to) and `as_of`. A key that holds several values (`policy_area`, `sdg`, `ogp_value`, `sector`) counts a row in each of its groups.',
  '- `answer_es` and `answer_en` are sentences with the numbers of a row in braces.',
  '',
  'Three questions are never mixed: whether something was well designed, whether it was done, and whether it changed anything.',
  '',
  'This page is written by `scripts/openapi.sh` from the service itself. To add a measure: a file in `api/Measures/Defined/` with its words, then that script.',
];
let group = '';
for (const measure of items) {
  if (measure.group !== group) {
    group = measure.group;
    lines.push('', `## ${measure.group_en}`);
  }
  lines.push(
    '',
    `### \`${measure.key}\``,
    '',
    `**${measure.question_en}** ${measure.question_es}`,
    '',
    measure.definition_en,
    '',
    `*What it does not say:* ${measure.does_not_say_en}`,
    '',
    `Unit: ${measure.unit}. Kind: ${measure.kind}. Levels: ${measure.levels.join(', ')}.${measure.grouped_by.length > 0 ? ` Grouped by: ${measure.grouped_by.map((key) => `\`${key}\``).join(', ')}.` : ''} Also called: ${[...measure.synonyms_en, ...measure.synonyms_es].join(', ')}.`,
  );
}
process.stdout.write(`${lines.join('\n')}\n`);
