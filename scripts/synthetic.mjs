// Writes a data package with many commitments that nobody made, for load tests only: every one of them says in
// its titles and notes that it is synthetic. Usage: node scripts/synthetic.mjs FOLDER COUNT
import { cpSync, createWriteStream, readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, , folder, count] = process.argv;
const shipped = join(dirname(fileURLToPath(import.meta.url)), '..', 'datasets', 'mexico');
cpSync(shipped, folder, { recursive: true });

const lines = readFileSync(join(shipped, 'commitments.csv'), 'utf8').trimEnd();
const header = lines.slice(0, lines.indexOf('\r\n')).split(',');
const plans = readFileSync(join(shipped, 'plans.csv'), 'utf8').split('\r\n').slice(1).map((line) => line.split(',')[0]).filter(Boolean);
const areas = ['gender', 'education', 'water_and_sanitation', 'open_data', 'access_to_justice', 'infrastructure_and_transport'];
const words = ['agua', 'presupuesto', 'salud', 'transporte', 'jóvenes', 'obra pública', 'bosque', 'archivo', 'vivienda', 'datos', 'parlamento', 'denuncia'];
const statuses = ['not_started', 'in_progress', 'completed', 'verified', ''];

// A small generator with a fixed start, so that two runs write the same package.
let state = 42;
const random = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state % n;
};

const out = createWriteStream(join(folder, 'commitments.csv'));
out.write(`${lines}\r\n`);
for (let i = 0; i < Number(count); i++) {
  const status = statuses[random(statuses.length)];
  const word = () => words[random(words.length)];
  const row = {
    id: `${plans[i % plans.length]}-S${String(i).padStart(7, '0')}`,
    plan_id: plans[i % plans.length],
    number: 1 + (i % 9999),
    kind: 'commitment',
    title_es: `Compromiso sintético ${i}: ${word()} y ${word()}`,
    title_en: `Synthetic commitment ${i}: ${word()} and ${word()}`,
    problem_es: `Texto sintético sobre ${word()} ${word()} ${word()} para pruebas de carga.`,
    problem_en: `Synthetic text about ${word()} ${word()} ${word()} for load tests.`,
    policy_areas: [...new Set([areas[random(areas.length)], areas[random(areas.length)]])].sort().join('|'),
    status,
    due_date: `${2014 + random(14)}-0${1 + random(9)}-1${random(10)}`,
    due_date_precision: 'day',
    source_ids: 'S0',
    confidence: 'inferred',
    note_es: 'Registro sintético para pruebas de carga; no es un compromiso real.',
    note_en: 'Synthetic record for load tests; not a real commitment.',
  };
  const line = header.map((name) => {
    const cell = String(row[name] ?? '');
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  if (!out.write(`${line.join(',')}\r\n`)) await new Promise((resolve) => out.once('drain', resolve));
}
out.end();
