const SVG = 'http://www.w3.org/2000/svg';

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

export function element(name: string, attributes: Record<string, string | number> = {}): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  return made;
}

export function isClear(colour: string): boolean {
  return colour === 'transparent' || /^rgba\(.*,\s*0\)$/.test(colour) || /\/\s*0\)$/.test(colour);
}

/** Copies the boxes and texts of a part of the page to an SVG group, measured from `origin`. */
export class Copyist {
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
