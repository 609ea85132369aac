/**
 * A figure as a picture. Charts here are drawn with HTML as much as with SVG, so what is on the page is read box by
 * box and line by line and written again as plain SVG: one file with nothing to load, every colour as it is seen now,
 * text that stays text. Only loaded when a reader asks for a picture.
 */
import { Copyist, element, isClear } from './copyist';

const MARGIN = 24;

export interface PictureText {
  title: string;
  answer: string;
  /** Where it comes from: source, address, date. */
  notes: string[];
}

interface Picture {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

/** Breaks a text into lines of at most `width`; an address that is longer is broken, too. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  const parts = text.split(/\s+/).flatMap((word) => (widthOf(word) <= width ? [word] : (word.match(/.{1,48}/g) ?? [])));
  for (const word of parts) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The figure's current view under its question and answer, over its source. */
export function drawPicture(figure: HTMLElement, body: HTMLElement, text: PictureText): Picture {
  const box = body.getBoundingClientRect();
  const copyist = new Copyist(box);
  copyist.copy(body);
  const width = Math.max(box.width, body.scrollWidth);
  const root = getComputedStyle(document.documentElement);
  const page = getComputedStyle(document.body);
  const soft = getComputedStyle(figure.querySelector('.answer') ?? figure);
  const question = getComputedStyle(figure.querySelector('.question') ?? figure);
  const canvas = document.createElement('canvas').getContext('2d');

  const head = element('g');
  let y = MARGIN;
  const paragraph = (into: Element, words: string, style: { family: string; size: number; weight: string; colour: string }) => {
    if (canvas) canvas.font = `${style.weight} ${style.size}px ${style.family}`;
    for (const line of wrapped(words, width, (each) => canvas?.measureText(each).width ?? each.length * style.size * 0.5)) {
      y += style.size * 1.28;
      const made = element('text', {
        'x': MARGIN,
        'y': y - style.size * 0.28,
        'fill': style.colour,
        'font-family': style.family.replaceAll('"', "'"),
        'font-size': style.size,
        'font-weight': style.weight,
        ...(canvas ? { textLength: canvas.measureText(line).width, lengthAdjust: 'spacingAndGlyphs' } : {}),
      });
      made.textContent = line;
      into.append(made);
    }
  };
  paragraph(head, text.title, {
    family: question.fontFamily,
    size: Math.min(26, parseFloat(question.fontSize)),
    weight: '600',
    colour: page.color,
  });
  y += 8;
  paragraph(head, text.answer, { family: page.fontFamily, size: 17, weight: '400', colour: soft.color });
  y += 20;
  copyist.group.setAttribute('transform', `translate(${MARGIN} ${Math.round(y)})`);
  y += Math.max(box.height, 1) + 22;
  const foot = element('g');
  foot.append(element('line', { 'x1': MARGIN, 'x2': MARGIN + width, 'y1': y, 'y2': y, 'stroke': soft.color, 'stroke-width': 0.5 }));
  y += 8;
  for (const note of text.notes) paragraph(foot, note, { family: page.fontFamily, size: 13, weight: '400', colour: soft.color });
  const [fullWidth, fullHeight] = [Math.ceil(width + 2 * MARGIN), Math.ceil(y + MARGIN)];

  const svg = element('svg', {
    'width': fullWidth,
    'height': fullHeight,
    'viewBox': `0 0 ${fullWidth} ${fullHeight}`,
    'role': 'img',
    'aria-labelledby': 'title description',
  }) as SVGSVGElement;
  const title = element('title', { id: 'title' });
  title.textContent = text.title;
  const description = element('desc', { id: 'description' });
  description.textContent = text.answer;
  const paper = isClear(page.backgroundColor) ? root.backgroundColor : page.backgroundColor;
  svg.append(
    title,
    description,
    copyist.defs,
    element('rect', { width: fullWidth, height: fullHeight, fill: paper }),
    head,
    copyist.group,
    foot,
  );
  svg.setAttribute('font-family', page.fontFamily.replaceAll('"', "'"));
  svg.setAttribute('style', 'font-variant-numeric: lining-nums tabular-nums');
  return { svg, width: fullWidth, height: fullHeight };
}

function written(svg: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

/** The page's own typefaces as data: a picture that is being drawn on a canvas may load nothing. */
async function typefaces(): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule));
  const found = await Promise.all(
    faces.map(async (face) => {
      const address = /url\(["']?([^"')]+)["']?\)/.exec(face.cssText);
      if (!address?.[1]) return '';
      const base = face.parentStyleSheet?.href ?? location.href;
      const bytes = await (await fetch(new URL(address[1], base))).blob();
      return face.cssText.replace(address[0], `url(${await dataAddress(bytes)})`);
    }),
  );
  return found.join('\n');
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('The blob could not be read.'));
    reader.readAsDataURL(blob);
  });
}

/** Twice the size on the page, for print and for sharp screens; less where no canvas is that large. */
async function painted({ svg, width, height }: Picture): Promise<Blob> {
  const style = element('style');
  style.textContent = await typefaces();
  svg.prepend(style);
  const address = URL.createObjectURL(written(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(2, 16_000 / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('No canvas to draw on.');
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

export async function downloadPicture(
  kind: 'svg' | 'png',
  figure: HTMLElement,
  body: HTMLElement,
  text: PictureText,
  name: string,
): Promise<void> {
  const picture = drawPicture(figure, body, text);
  const blob = kind === 'svg' ? written(picture.svg) : await painted(picture);
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${kind}`;
  link.click();
  // The download starts after this turn of the loop.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
