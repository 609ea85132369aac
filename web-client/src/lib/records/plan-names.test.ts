import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '$lib/i18n/en/common';
import es from '$lib/i18n/es/common';
import { parseCsv } from '../../routes/about/csv';
import { some } from '../../../tools/some';
import { municipalitiesOf, planKind, planTitle, shortPlan, type Named } from './plan-names';

const table = (name: string) => parseCsv(readFileSync(new URL(`../../../../datasets/mexico/${name}.csv`, import.meta.url), 'utf8'));
const names = new Map(table('states').map((state) => [state.id, state.name_es ?? '']));
const nameOf = (id: string) => names.get(id) ?? id;
const plans = table('plans').map((row) => {
  const plan = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value || null]));
  return { ...plan, id: row.id ?? '', number: Number(row.number) } as Named & { id: string };
});

describe('a plan', () => {
  it.each([
    ['es', es.plan],
    ['en', en.plan],
  ] as const)('has a name that no other plan of the data set has (%s)', (language, m) => {
    for (const called of [
      plans.map((plan) => shortPlan(plan, nameOf, m)),
      plans.map((plan) => planTitle(plan, nameOf, m, language)),
      plans.map((plan) => `${plan.state_id} ${planKind(plan, m)}`),
    ])
      expect(some(called).filter((name, i) => called.indexOf(name) !== i)).toEqual([]);
  });

  it('of a municipality says so, wherever its title is not given', () => {
    const municipal = plans.filter(({ scope }) => scope === 'municipality');
    for (const plan of some(municipal)) {
      expect(shortPlan(plan, nameOf, es.plan)).toContain(`plan municipal ${plan.number}`);
      expect(planKind(plan, en.plan)).toContain(plan.municipality === null ? 'Municipal plan' : `INEGI ${plan.municipality}`);
    }
  });

  it('of several municipalities has those that its commitments are of', () => {
    const all = table('commitments').map((row) => ({ plan: row.plan_id, municipality: row.municipality || null }));
    const of = (id: string) => all.filter(({ plan }) => plan === id);
    expect(municipalitiesOf({ municipality: null }, of('MX-DUR-PAL3'))).toEqual(['10005', '10007', '10035']);
    expect(municipalitiesOf({ municipality: '14039' }, of('MX-DUR-PAL3'))).toEqual(['14039']);
    expect(municipalitiesOf({ municipality: null }, of('MX-NAP4'))).toEqual([]);
  });

  it('of a state or the nation is none of a municipality', () => {
    for (const plan of some(plans.filter(({ scope }) => scope !== 'municipality')))
      expect(planKind(plan, es.plan)).not.toContain('municipal');
  });
});
