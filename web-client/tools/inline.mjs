// After the build: what the first paint waits for goes into index.html itself, so that it waits for one answer and
// not for four. The style sheets stay linked, for no medium: the page's code asks whether they are there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const build = join(import.meta.dirname, '..', 'build');
const page = join(build, 'index.html');
const read = (address) => readFileSync(join(build, address), 'utf8').trim();
let count = 0;
const html = readFileSync(page, 'utf8')
  .replace(/<link href="([^"]+\.css)" rel="stylesheet">/g, (_, href) => {
    count++;
    return `<style>${read(href)}</style><link href="${href}" rel="stylesheet" media="not all">`;
  })
  .replace(/<script src="(\/before-paint\.js)"><\/script>/, (_, src) => {
    count++;
    return `<script>${read(src)}</script>`;
  });
if (count < 2) throw new Error('index.html has no style sheet or no before-paint.js to put into it; has the build changed?');
writeFileSync(page, html);
