/** The codes of the three scales of ambition, from most to least, and what has none: the order of the filter. */
export const AMBITIONS = [
  'transformative',
  'substantial',
  'high',
  'moderate',
  'modest',
  'minor',
  'low',
  'none',
  'unclear',
  'no_data',
] as const;
