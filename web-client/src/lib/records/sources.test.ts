import { expect, it } from 'vitest';
import { ordered } from './sources';

it('stand once each, the strongest first, those of one kind as they are cited', () => {
  const source = (id: string, kind: Parameters<typeof ordered>[0][number]['kind']) => ({ id, kind });
  expect(
    ordered([
      source('unknown', null),
      source('note', 'press'),
      source('told', 'presentation'),
      source('body', 'public_body'),
      source('report', 'ogp'),
      source('page', 'ogp'),
      source('note', 'press'),
    ]).map(({ id }) => id),
  ).toEqual(['report', 'page', 'body', 'note', 'told', 'unknown']);
});
