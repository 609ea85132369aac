import { expect, it } from 'vitest';
import { pageOfRows } from './rows-page';

const of = (rows: string) => {
  const found = pageOfRows(`https://api.test/api/v1/${rows}`);
  return found && `${found.path}?${new URLSearchParams(found.query).toString()}#${found.hash}`;
};

it.each([
  ['commitments?plan=MX-NAP4&confidence=documented', '/commitments?plan=MX-NAP4&confidence=documented#'],
  ['plans?level=local&in_stated_total=true&confidence=documented&described=true', '/coverage?#plans'],
  ['plans?level=national&in_stated_total=true&described=true', '/plans?level=national#'],
  ['secretariats?confidence=documented', '/secretariats?#'],
  ['metrics?confidence=documented', '/metrics?#'],
  ['states', '/states?#table'],
  ['states?stage=declaration', '/states?measure=stage&class=declaration&tab=table#map'],
  ['states?has_plan=false', '/states?steps=table#steps'],
])('the rows of %s are shown by the dashboard', (rows, page) => expect(of(rows)).toBe(page));

it.each(['states?participates=true&participation_confidence=documented', 'organizations?sector=civil_society', 'plans?state=MX-DUR'])(
  'no page shows %s',
  (rows) => expect(of(rows)).toBeNull(),
);
