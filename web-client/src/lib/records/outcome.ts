/** Of a number of commitments, those for which it is so, those for which it is not, those of which there is no record here. */
export interface Known {
  yes: number;
  no: number;
  unknown: number;
}

/** Nothing is known of any of them: there is no count to give, not even 0. */
export function isUnknown({ yes, no }: Known): boolean {
  return yes + no === 0;
}
