/** What of a record is less sure than the record, by names of its fields; a text is named by language. */
export interface Certain {
  inferred_fields?: readonly string[];
  presentation_fields?: readonly string[];
}

/** `problem` stands for `problem_es` and `problem_en`, too. */
export function fieldConfidence(
  { inferred_fields = [], presentation_fields = [] }: Certain,
  field: string,
): 'inferred' | 'presentation' | undefined {
  const names = [field, `${field}_es`, `${field}_en`];
  const has = (fields: readonly string[]) => names.some((name) => fields.includes(name));
  return has(inferred_fields) ? 'inferred' : has(presentation_fields) ? 'presentation' : undefined;
}
