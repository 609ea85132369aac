// The problems that the API answers with; each has a page, at the address that the problem names as its `type`.

/** A request that is answered with the problem; those that need a key or a body have none to try in a browser. */
export const EXAMPLES: Readonly<Partial<Record<Slug, string>>> = {
  'unknown-parameter': '/api/v1/commitments?statuss=completed',
  'invalid-parameter': '/api/v1/commitments?limit=501',
  'invalid-cursor': '/api/v1/commitments?cursor=broken',
  'unknown-state': '/api/v1/changes?after=999999999',
  'not-found': '/api/v1/states/99',
  'not-acceptable': '/api/v1/states/MX-DUR.csv',
};

export const SLUGS = [
  'unknown-parameter',
  'invalid-parameter',
  'invalid-cursor',
  'invalid-record',
  'unknown-state',
  'unauthorized',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'conflict',
  'gone',
  'precondition-failed',
  'too-large',
  'unsupported-media-type',
  'unprocessable',
  'precondition-required',
  'too-many-requests',
  'invalid-request',
  'internal-error',
  'unavailable',
] as const;
export type Slug = (typeof SLUGS)[number];

export const STATUS: Readonly<Record<Slug, number>> = {
  'unknown-parameter': 400,
  'invalid-parameter': 400,
  'invalid-cursor': 400,
  'invalid-record': 400,
  'unknown-state': 409,
  'unauthorized': 401,
  'forbidden': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'conflict': 409,
  'gone': 410,
  'precondition-failed': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'unprocessable': 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  'invalid-request': 400,
  'internal-error': 500,
  'unavailable': 503,
};
