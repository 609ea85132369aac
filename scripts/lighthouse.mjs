// Reads what Lighthouse wrote and says what it found: node lighthouse.mjs BUILD FOLDER RUNS PAGE... (scripts/lighthouse.sh).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [, , build, folder, runs, ...pages] = process.argv;
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const MOST_SHIFT = 0.02;
const MOST_SCRIPT = 80;

const read = (page, run) => JSON.parse(readFileSync(join(folder, `${page.replaceAll('/', '_')}-${run}.json`), 'utf8'));
const score = (report, category) => Math.round(report.categories[category].score * 100);

/** Every script that was asked for, as `gzip -9` packs it: independent of what the server's own compression does. */
function scriptKilobytes(report) {
  const scripts = report.audits['network-requests'].details.items.filter(({ resourceType }) => resourceType === 'Script');
  const paths = new Set(scripts.map(({ url }) => new URL(url).pathname));
  return [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(build, path)), { level: 9 }).length, 0) / 1000;
}

const row = (cells) => console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(16) : String(cell).padStart(8))).join(' '));
const missed = [];
row(['page', 'perf', 'a11y', 'practice', 'seo', 'CLS', 'LCP s', 'TBT ms', 'JS KB']);
for (const page of pages) {
  const reports = Array.from({ length: Number(runs) }, (_, i) => read(page, i + 1)).sort((a, b) => score(a, 'performance') - score(b, 'performance'));
  const report = reports[Math.floor(reports.length / 2)];
  const shift = report.audits['cumulative-layout-shift'].numericValue;
  const script = scriptKilobytes(report);
  row([
    page,
    ...Object.keys(GOALS).map((category) => score(report, category)),
    shift.toFixed(3),
    (report.audits['largest-contentful-paint'].numericValue / 1000).toFixed(2),
    Math.round(report.audits['total-blocking-time'].numericValue),
    script.toFixed(1),
  ]);
  for (const [category, goal] of Object.entries(GOALS)) {
    if (score(report, category) < goal) missed.push(`${page}: ${category} ${score(report, category)}, goal ${goal}`);
    for (const { id, weight } of report.categories[category].auditRefs) {
      const audit = report.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < (category === 'performance' ? 0.9 : 1)) console.log(`    ${category}: ${audit.title} ${audit.displayValue ?? ''}`);
    }
  }
  if (shift > MOST_SHIFT) missed.push(`${page}: layout shift ${shift.toFixed(3)}, at most ${MOST_SHIFT}`);
  if (script > MOST_SCRIPT) missed.push(`${page}: ${script.toFixed(1)} KB of script, at most ${MOST_SCRIPT}`);
}
for (const each of missed) console.log(`MISSED  ${each}`);
process.exit(missed.length === 0 ? 0 : 1);
