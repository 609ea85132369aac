// Draws the pictures that a shared link shows, one for each main page and language, into static/share/. Run by hand when a
// title changes, with the dashboard served somewhere: node tools/share.mjs http://127.0.0.1:5080
// The texts are the headings of the pages themselves; nothing on a picture can go stale between two releases.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [, , origin = 'http://127.0.0.1:5080'] = process.argv;
const out = fileURLToPath(new URL('../static/share/', import.meta.url));
const PAGES = [
  '',
  'states',
  'plans',
  'commitments',
  'metrics',
  'coverage',
  'practices',
  'timeline',
  'changes',
  'about',
  'compare',
  'secretariats',
  'api-docs',
];

// The tile grid of the states, as in src/lib/map/tiles.ts, column by row.
const TILES = '00 10 20 30 40 01 11 21 31 41 51 12 22 32 42 52 62 23 33 43 53 63 73 93 44 54 64 74 84 94 65 75'.split(' ');

const languages = Object.keys(JSON.parse(readFileSync(new URL('../build/pages.json', import.meta.url), 'utf8')).site);

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  for (const language of languages) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 630 }, colorScheme: 'light', reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const name of PAGES) {
      await page.goto(`${origin}/${name}?lang=${language}`, { waitUntil: 'networkidle' });
      await page.evaluate((tiles) => {
        const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? '';
        const [title, site, place] = [text('h1'), text('header .name'), text('header .place')];
        const mark = document.querySelector('header .brand svg').outerHTML;
        const squares = tiles
          .map((at) => `<rect x="${Number(at[0]) * 32}" y="${Number(at[1]) * 32}" width="28" height="28" rx="2"/>`)
          .join('');
        document.documentElement.style.fontSize = '16px';
        document.body.innerHTML = `
          <div style="position:relative;width:1200px;height:630px;overflow:hidden;background:var(--paper);color:var(--ink);border-top:18px solid var(--accent)">
            <svg style="position:absolute;right:80px;bottom:52px" width="316" height="188" fill="var(--ramp-3)">${squares}</svg>
            <div style="position:absolute;left:80px;top:64px;display:flex;align-items:center;gap:20px;font:600 44px/1 var(--serif);letter-spacing:-.02em">
              <span style="display:contents" id="mark">${mark}</span>${site}
              <span style="padding-left:20px;border-left:2px solid var(--rule);font:400 34px/1.1 var(--sans);letter-spacing:0;color:var(--ink-soft)">${place}</span>
            </div>
            <p style="position:absolute;left:80px;right:80px;top:180px;max-width:960px;font:600 ${title.length > 60 ? 64 : 84}px/1.12 var(--serif);letter-spacing:-.018em;text-wrap:balance">${title}</p>
          </div>`;
        const drawn = document.querySelector('#mark svg');
        drawn.setAttribute('width', '64');
        drawn.setAttribute('height', '64');
      }, TILES);
      await page.evaluate(() => document.fonts.ready);
      writeFileSync(`${out}${name || 'home'}-${language}.png`, await page.screenshot({ clip: { x: 0, y: 0, width: 1200, height: 630 } }));
    }
    await context.close();
  }
} finally {
  await browser.close();
}
