import { formatFor } from '$lib/format/format';
import type { Language } from '$lib/i18n/language';

const nEs = formatFor('es').integer;
const nEn = formatFor('en').integer;

const es = {
  stepsQuestion: '¿Cuántos estados dieron cada paso?',
  stepsAnswer: (declaration: number, secretariat: number, plan: number, commitments: number, results: number, all: number) =>
    `De ${nEs(all)} estados, consta o se declara que ${nEs(declaration)} participan, ${nEs(secretariat)} tienen secretariado, ${nEs(plan)} un plan, ${nEs(commitments)} compromisos documentados y ${nEs(results)} resultados.`,
  stepsMethod:
    'Cada paso se juzga por separado: un estado puede tener un plan documentado y ningún secretariado con registro. «Solo declarado»: lo dice la presentación del INAI y ninguna fuente pública consultada. «Sin registro» no significa que no exista.',
  step: 'Paso',
  furthest: 'Hasta dónde llegó cada uno',
};
export type StatesMessages = typeof es;

const en: StatesMessages = {
  stepsQuestion: 'How many states took each step?',
  stepsAnswer: (declaration, secretariat, plan, commitments, results, all) =>
    `Of ${nEn(all)} states, it is on record or stated that ${nEn(declaration)} take part, ${nEn(secretariat)} have a secretariat, ${nEn(plan)} a plan, ${nEn(commitments)} documented commitments and ${nEn(results)} results.`,
  stepsMethod:
    'Each step is judged apart: a state can have a documented plan and no secretariat on record. “Only stated”: the presentation of INAI says so, and no public source that was consulted. “No record” does not mean that there is none.',
  step: 'Step',
  furthest: 'How far each has gone',
};

export const MESSAGES: Readonly<Record<Language, StatesMessages>> = { es, en };
