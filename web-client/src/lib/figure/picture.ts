/**
 * A figure as a picture. Charts here are drawn with HTML as much as with SVG, so what is on the page is read box by
 * box and line by line and written again as plain SVG: one file with nothing to load, every colour as it is seen now,
 * text that stays text. Only loaded when a reader asks for a picture.
 */

const SVG = 'http://www.w3.org/2000/svg';
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

/** Parts of a figure that are no part of its picture. */
const LEFT_OUT = '.tooltip, .visually-hidden, .no-print, .skeleton, select, input, script, style';

/** What an SVG element takes from its style sheet, with the value that needs no saying; inherited ones without. */
const OWN: readonly (readonly [property: string, initial: string])[] = [
  ['opacity', '1'],
  ['vector-effect', 'none'],
  ['dominant-baseline', 'auto'],
];
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'color',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
] as const;

function element(name: string, attributes: Record<string, string | number> = {}): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  return made;
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || /^rgba\(.*,\s*0\)$/.test(colour) || /\/\s*0\)$/.test(colour);
}

/** Copies the boxes and texts of a part of the page to an SVG group, measured from `origin`. */
class Copyist {
  readonly group = element('g');
  readonly defs = element('defs');
  readonly #patterns = new Map<string, string>();
  readonly #measure = document.createElement('canvas').getContext('2d');

  constructor(readonly origin: { left: number; top: number }) {}

  copy(node: Element, into: Element = this.group) {
    if (node.matches(LEFT_OUT) || node.checkVisibility?.() === false) return;
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0' || style.clipPath === 'inset(50%)') return;
    if (node instanceof SVGSVGElement) {
      into.append(this.#drawing(node, style));
      return;
    }
    let target = into;
    if (style.opacity !== '1') {
      target = element('g', { opacity: style.opacity });
      into.append(target);
    }
    const box = node.getBoundingClientRect();
    const place = { x: box.left - this.origin.left, y: box.top - this.origin.top, width: box.width, height: box.height };
    if (style.display !== 'contents') this.#box(place, style, target);
    this.#decoration(node, style, place, target);
    for (const child of node.childNodes) {
      if (child instanceof Text) this.#text(child, style, target);
      else if (child instanceof Element) this.copy(child, target);
    }
  }

  #box({ x, y, width, height }: { x: number; y: number; width: number; height: number }, style: CSSStyleDeclaration, into: Element) {
    if (width <= 0 || height <= 0) return;
    const radius = style.borderTopLeftRadius.endsWith('%')
      ? Math.min(width, height) / 2
      : Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
    const shape = (inset: number) => ({
      x: x + inset,
      y: y + inset,
      width: Math.max(0, width - 2 * inset),
      height: Math.max(0, height - 2 * inset),
      ...(radius > 0 ? { rx: Math.max(0, radius - inset) } : {}),
    });
    if (!isClear(style.backgroundColor)) into.append(element('rect', { ...shape(0), fill: style.backgroundColor }));
    const hatch = /^repeating-linear-gradient\(.*?(rgba?\([^)]*\)|color\([^)]*\))/.exec(style.backgroundImage)?.[1];
    if (hatch) into.append(element('rect', { ...shape(0), fill: `url(#${this.#hatching(hatch)})` }));

    const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({
      side,
      width: style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]),
      colour: style[`border${side}Color`],
      dashed: ['dashed', 'dotted'].includes(style[`border${side}Style`]),
    }));
    const [first] = sides;
    if (!first) return;
    if (
      first.width > 0 &&
      sides.every((each) => each.width === first.width && each.colour === first.colour && each.dashed === first.dashed)
    ) {
      if (isClear(first.colour)) return;
      into.append(
        element('rect', {
          ...shape(first.width / 2),
          'fill': 'none',
          'stroke': first.colour,
          'stroke-width': first.width,
          ...(first.dashed ? { 'stroke-dasharray': `${first.width * 3}` } : {}),
        }),
      );
      return;
    }
    for (const { side, width: thick, colour, dashed } of sides) {
      if (!(thick > 0) || isClear(colour)) continue;
      const half = thick / 2;
      const [x1, y1, x2, y2] = {
        Top: [x, y + half, x + width, y + half],
        Bottom: [x, y + height - half, x + width, y + height - half],
        Left: [x + half, y, x + half, y + height],
        Right: [x + width - half, y, x + width - half, y + height],
      }[side] as [number, number, number, number];
      into.append(
        element('line', {
          x1,
          y1,
          x2,
          y2,
          'stroke': colour,
          'stroke-width': thick,
          ...(dashed ? { 'stroke-dasharray': `${thick * 3}` } : {}),
        }),
      );
    }
  }

  /** Dots and lines that a style sheet puts before an element; only placed ones can be measured. */
  #decoration(node: Element, style: CSSStyleDeclaration, at: { x: number; y: number }, into: Element) {
    const before = getComputedStyle(node, '::before');
    if (before.content === 'none' || before.content === 'normal' || before.position !== 'absolute' || style.position === 'static') return;
    const [left, top, width, height] = [before.left, before.top, before.width, before.height].map(parseFloat) as [
      number,
      number,
      number,
      number,
    ];
    if ([left, top, width, height].some(Number.isNaN)) return;
    const x = at.x + parseFloat(style.borderLeftWidth) + left;
    const y = at.y + parseFloat(style.borderTopWidth) + top;
    const edges =
      before.boxSizing === 'border-box' ? [0, 0] : [parseFloat(before.borderLeftWidth) * 2, parseFloat(before.borderTopWidth) * 2];
    this.#box({ x, y, width: width + (edges[0] ?? 0), height: height + (edges[1] ?? 0) }, before, into);
  }

  #hatching(colour: string): string {
    let id = this.#patterns.get(colour);
    if (!id) {
      id = `hatch-${this.#patterns.size + 1}`;
      const pattern = element('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
      pattern.append(element('rect', { width: 1.5, height: 6, fill: colour }));
      this.defs.append(pattern);
      this.#patterns.set(colour, id);
    }
    return id;
  }

  /** A text line by line, as it is broken on the page; its width is kept where the typeface is not installed. */
  #text(node: Text, style: CSSStyleDeclaration, into: Element) {
    interface Line {
      from: number;
      to: number;
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const lines: Line[] = [];
    const range = document.createRange();
    for (const match of node.data.matchAll(/\S+/g)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const box = range.getClientRects()[0];
      if (!box || box.width === 0) continue;
      const line = lines.at(-1);
      if (line && Math.abs(line.top - box.top) < 2) {
        line.to = match.index + match[0].length;
        line.right = box.right;
      } else {
        lines.push({
          from: match.index,
          to: match.index + match[0].length,
          left: box.left,
          right: box.right,
          top: box.top,
          bottom: box.bottom,
        });
      }
    }
    for (const line of lines) {
      let words = node.data.slice(line.from, line.to).replace(/\s+/g, ' ');
      if (style.textTransform === 'uppercase') words = words.toLocaleUpperCase(document.documentElement.lang);
      const text = element('text', {
        x: line.left - this.origin.left,
        y: this.#baseline(line, style) - this.origin.top,
        fill: style.color,
        ...font(style),
        textLength: line.right - line.left,
        lengthAdjust: 'spacingAndGlyphs',
      });
      text.textContent = words;
      into.append(text);
    }
  }

  #baseline({ top, bottom }: { top: number; bottom: number }, style: CSSStyleDeclaration): number {
    if (!this.#measure) return bottom - (bottom - top) * 0.25;
    this.#measure.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = this.#measure.measureText('x');
    return (top + bottom) / 2 + (up - down) / 2;
  }

  #drawing(source: SVGSVGElement, style: CSSStyleDeclaration): SVGElement {
    const box = source.getBoundingClientRect();
    const copy = this.#element(source, undefined);
    copy.setAttribute('x', String(box.left - this.origin.left));
    copy.setAttribute('y', String(box.top - this.origin.top));
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    copy.setAttribute('overflow', style.overflow === 'hidden' ? 'hidden' : 'visible');
    return copy;
  }

  /** An SVG element with what its style sheet says written on it. Links become groups: a file has no page to lead to. */
  #element(source: Element, parent: CSSStyleDeclaration | undefined): SVGElement {
    const isLink = source.localName === 'a';
    const copy = element(isLink ? 'g' : source.localName);
    for (const { name, value } of source.attributes) {
      if (/^(class|style|role|tabindex|href|target|rel|data-|aria-|on)/.test(name) || value.includes('var(')) continue;
      copy.setAttribute(name, value);
    }
    const style = getComputedStyle(source);
    for (const property of INHERITED) {
      const value = style.getPropertyValue(property).replaceAll('"', property === 'font-family' ? "'" : '');
      if (value !== parent?.getPropertyValue(property).replaceAll('"', property === 'font-family' ? "'" : ''))
        copy.setAttribute(property, value);
      else copy.removeAttribute(property);
    }
    for (const [property, initial] of OWN) {
      const value = style.getPropertyValue(property);
      if (value && value !== initial) copy.setAttribute(property, value);
    }
    const label = isLink ? source.getAttribute('aria-label') : null;
    if (label) {
      const title = element('title');
      title.textContent = label;
      copy.append(title);
    }
    for (const child of source.childNodes) {
      if (child instanceof Text) copy.append(child.data);
      else if (child instanceof SVGElement && getComputedStyle(child).display !== 'none') copy.append(this.#element(child, style));
    }
    return copy;
  }
}

function font(style: CSSStyleDeclaration): Record<string, string> {
  return {
    'font-family': style.fontFamily.replaceAll('"', "'"),
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    ...(style.fontStyle === 'normal' ? {} : { 'font-style': style.fontStyle }),
    ...(style.letterSpacing === 'normal' ? {} : { 'letter-spacing': style.letterSpacing }),
  };
}

/** Breaks a text into lines of at most `width`. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
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
