import { describe, expect, it } from 'vitest';
import { fieldConfidence } from './certainty';

describe('how sure a field is', () => {
  const record = { inferred_fields: ['number', 'theme_es'], presentation_fields: ['problem_es', 'problem_en'] };
  it('is said where it is less sure than its record, a text by any of its languages', () => {
    expect(['number', 'theme', 'problem', 'solution'].map((field) => fieldConfidence(record, field))).toEqual([
      'inferred',
      'inferred',
      'presentation',
      undefined,
    ]);
    expect(fieldConfidence({}, 'number')).toBeUndefined();
  });
});
