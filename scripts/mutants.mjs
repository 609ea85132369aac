// Says what a report of Stryker means: the score of each folder, and every fault that no test noticed.
// Usage: node scripts/mutants.mjs REPORT.json [warm]
//
// What a process makes once (the statements of a list, a table of codes) is made before a warm process is told of a fault in it. Such a
// fault is not tried there, and counts neither for nor against: scripts/mutate.sh --fresh tries it.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const warm = process.argv[3] === 'warm';
const noticed = ['Killed', 'Timeout'];
const missed = ['Survived', 'NoCoverage'];
const folders = new Map();
for (const [path, file] of Object.entries(report.files)) {
  const parts = path.split('/');
  const name = parts.at(-2);
  const folder = folders.get(name) ?? { noticed: 0, missed: [], untried: 0 };
  for (const mutant of file.mutants) {
    if (noticed.includes(mutant.status)) folder.noticed++;
    else if (missed.includes(mutant.status) && warm && mutant.static) folder.untried++;
    else if (missed.includes(mutant.status)) folder.missed.push({ ...mutant, path: `${name}/${parts.at(-1)}`, source: file.source });
  }
  folders.set(name, folder);
}

for (const [name, folder] of folders) {
  const tried = folder.noticed + folder.missed.length;
  if (tried + folder.untried === 0) continue;
  for (const { path, source, location, mutatorName, replacement, status } of folder.missed) {
    const was = source.split('\n')[location.start.line - 1].slice(location.start.column - 1);
    const cut = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 60);
    const how = status === 'NoCoverage' ? `${mutatorName}, no test comes here` : mutatorName;
    console.log(`${path}:${location.start.line}  ${how}: ${cut(was)} -> ${cut(replacement)}`);
  }
  const untried = folder.untried ? `; ${folder.untried} not tried in a warm process` : '';
  console.log(`${name}: ${tried ? ((100 * folder.noticed) / tried).toFixed(1) : '-'} %, ${folder.noticed} of ${tried} noticed${untried}\n`);
}
