import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { some } from '../../../tools/some';
import { LANGUAGES } from './language';
import type { Words } from './words';

const FILES = import.meta.glob<Words[keyof Words]>('./*/*.ts', { import: 'default', eager: true });
const PARTS = Object.keys(FILES).flatMap((file) => (file.startsWith('./es/') ? [file.slice('./es/'.length, -'.ts'.length)] : []));

const CASES = some(PARTS).flatMap((part) => some(LANGUAGES).map((language) => [part, language] as const));

/** A value of a type as the Spanish words write it: each number is 1, a list has one. Undefined for what is declared elsewhere. */
function sample(type: ts.TypeNode | undefined): unknown {
  if (type === undefined) return 1;
  if (ts.isArrayTypeNode(type)) return [sample(type.elementType)];
  if (ts.isTypeOperatorNode(type)) return sample(type.type);
  if (ts.isTypeLiteralNode(type))
    return Object.fromEntries(
      type.members.flatMap((member) => (ts.isPropertySignature(member) ? [[member.name.getText(), sample(member.type)]] : [])),
    );
  if (ts.isUnionTypeNode(type)) return sample(type.types[0]);
  if (type.kind === ts.SyntaxKind.NumberKeyword) return 1;
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return true;
  if (type.kind === ts.SyntaxKind.StringKeyword) return 'x';
  if (type.getText() === 'Place') return { from: 1, to: 1 };
  return undefined;
}

/** The messages of a part that take a number, with what they are called with. */
function counting(part: string): { path: string[]; given: unknown[] }[] {
  const source = ts.createSourceFile(part, readFileSync(new URL(`./es/${part}.ts`, import.meta.url), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { path: string[]; given: unknown[] }[] = [];
  const walk = (node: ts.Node, path: string[]) => {
    if (ts.isPropertyAssignment(node)) path = [...path, node.name.getText().replaceAll("'", '')];
    if (ts.isArrowFunction(node) && path.length > 0 && ts.isPropertyAssignment(node.parent)) {
      const takesNumber = node.parameters.some(({ type }) => type?.getText().includes('number') || type?.getText() === 'Place');
      if (takesNumber) found.push({ path, given: node.parameters.map(({ type }) => sample(type)) });
      return;
    }
    node.forEachChild((child) => walk(child, path));
  };
  walk(source, []);
  return found;
}

/** Words behind a one that end as a plural does and are none. */
const SINGULAR = new Set(['mes', 'más', 'es', 'tras', 'is', 'was', 'has', 'as', 'this', 'less', 'its', 'does', 'census', 'takes']);

describe('a message that takes a number', () => {
  it.each(some(CASES))('speaks of one thing as of one: %s, %s', (part, language) => {
    const plural = counting(part).flatMap(({ path, given }) => {
      const message = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], FILES[`./${language}/${part}.ts`]);
      const said = (message as (...all: unknown[]) => string)(...given);
      const words = [...said.matchAll(/(?<![\p{N}.,])1 (\p{L}+s)(?!\p{L})/gu)].map((each) => each[1] ?? '');
      return words.some((word) => !SINGULAR.has(word)) ? [`${path.join('.')}: ${said}`] : [];
    });
    expect(plural).toEqual([]);
  });
});
