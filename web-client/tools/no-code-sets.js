import { readFileSync } from 'node:fs';

// What counts as finished, better or ambitious is the business of the API's measures. Codes of an assessment that stand together
// in an array, a condition or a filter are such a definition; only their labels and their order, in src/lib/vocabulary, are ours.

const description = JSON.parse(readFileSync(new URL('../../docs/openapi/v1.json', import.meta.url), 'utf8'));
const { schemas } = description.components;
/** The component that a property's codes are: of one that may be null, the other alternative. */
const codesOf = ({ $ref, oneOf = [] }) => schemas[[$ref, ...oneOf.map((one) => one.$ref)].find(Boolean).split('/').at(-1)].enum;
/** The codes of each vocabulary that measures judge by, as the API describes them. */
export const VOCABULARIES = new Map(
  ['status', 'completion', 'early_results', 'ambition'].map((name) => [name, new Set(codesOf(schemas.Commitment.properties[name]))]),
);

/** The vocabulary that at least two of these are codes of. */
function vocabularyOf(texts) {
  const distinct = [...new Set(texts)];
  return [...VOCABULARIES].find(([, codes]) => distinct.filter((text) => codes.has(text)).length > 1)?.[0];
}

const textOf = (node) => (node?.type === 'Literal' && typeof node.value === 'string' ? [node.value] : []);
const isComparison = ({ type, operator }) => type === 'BinaryExpression' && /^[!=]==?$/.test(operator);
const unwrapped = (node) => (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression' ? unwrapped(node.expression) : node);

/** The texts that a condition compares with. */
function compared(node) {
  if (node.type === 'LogicalExpression') return [...compared(node.left), ...compared(node.right)];
  if (node.type === 'UnaryExpression') return compared(node.argument);
  return isComparison(node) ? [...textOf(node.left), ...textOf(node.right)] : [];
}

/** Runs of cases that are answered together. */
function runs(cases) {
  const all = [[]];
  for (const { test, consequent } of cases) {
    all.at(-1).push(...textOf(test));
    if (consequent.length > 0) all.push([]);
  }
  return all;
}

export default {
  meta: {
    type: 'problem',
    docs: { description: 'Codes of a vocabulary are judged by the measures of the API alone.' },
    messages: { set: 'Codes of {{vocabulary}} stand together here: what they mean is a measure of the API, not a set in the client.' },
    schema: [],
  },
  create(context) {
    const check = (node, texts) => {
      const vocabulary = vocabularyOf(texts);
      if (vocabulary) context.report({ node, messageId: 'set', data: { vocabulary } });
    };
    return {
      ArrayExpression: (node) => check(node, node.elements.map(unwrapped).flatMap(textOf)),
      LogicalExpression(node) {
        if (node.parent.type !== 'LogicalExpression') check(node, compared(node));
      },
      Literal: (node) =>
        check(
          node,
          textOf(node).flatMap((text) => text.split(',')),
        ),
      TemplateElement: (node) => check(node, node.value.cooked.split(/[,&=?]/)),
      SwitchStatement(node) {
        for (const texts of runs(node.cases)) check(node, texts);
      },
    };
  },
};
