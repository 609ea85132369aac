import type { Words } from '$lib/i18n/words';

export default {
  heading: 'Errors of the API',
  lede: 'Every error of the API names its type with an address of this page. Here is why it happens and how to resolve it.',
  cause: 'Why it happens',
  remedy: 'How to resolve it',
  example: 'A request that shows it',
  all: 'All types of error',
  unknown: 'The API has no error of this name. These are the ones it has:',
  type: 'Type',
  /** What each problem is called, why it happens and what to do about it. */
  of: {
    'unknown-parameter': {
      title: 'There is no such parameter',
      cause: 'The address has a parameter that it does not take. The API does not pass over it: an ignored filter is a wrong analysis.',
      remedy: 'Read `errors`: it names the parameter and the nearest one that exists. Names are those of the properties, in lower case.',
    },
    'invalid-parameter': {
      title: 'A parameter has a value that it cannot take',
      cause: 'The value is of another type, out of range, or not one of the codes of the vocabulary.',
      remedy: 'Read `errors`: it says which value was given and which are possible. `/api/v1/terms` lists every code with its meaning.',
    },
    'invalid-cursor': {
      title: 'The cursor does not continue this list',
      cause: 'The cursor is incomplete, or comes from another list, other filters or another order.',
      remedy: 'Start without `cursor` and follow the address in `next` as it is, until it is null.',
    },
    'invalid-record': {
      title: 'The record cannot be written as it is',
      cause: 'The body of a write is no JSON, names a field that there is not, or gives one a value that it cannot take.',
      remedy: 'Read `errors`: `pointer` is the place in the body, `code` what is wrong, `allowed` and `nearest` what would be right.',
    },
    'unknown-state': {
      title: 'This service does not have that state of the data',
      cause:
        'A cursor, a position in the log of changes or an `epoch` is of a state that is not here: the database was restored or replaced, or another node of the service has not seen the newest change yet.',
      remedy:
        'Ask again in a moment. If the answer stays the same, start again: a list without `cursor`, a mirror with everything anew from `/data/opengov.zip`.',
    },
    'unauthorized': {
      title: 'The credential is missing or not taken',
      cause:
        'The request carries a key or a token that is unknown, revoked, expired or made for another service, or is to change data without one. `code` says which. Reading never needs one.',
      remedy:
        'To read, leave the `Authorization` header out. To change data, send `Authorization: Bearer` with a key that is in use or a fresh token.',
    },
    'forbidden': {
      title: 'The credential does not allow this',
      cause: 'The role or the scope of the key or token does not reach this record; `code` says which of the two.',
      remedy: 'Ask whoever runs the service for the role or the state that you need.',
    },
    'not-found': {
      title: 'There is nothing at this address',
      cause: 'The id or the path does not exist, or did not exist yet on the day that `as_of` asks for.',
      remedy: 'Look for the record in its list or with `/api/v1/search`. The addresses are in `/openapi/v1.json`.',
    },
    'method-not-allowed': {
      title: 'This address does not take that method',
      cause: 'POST, PUT, PATCH or DELETE was used on an address that is only read.',
      remedy: 'The header `Allow` says which methods it takes.',
    },
    'not-acceptable': {
      title: 'This address has no such format',
      cause: 'The suffix of the address or the header `Accept` asks for a format that there is not.',
      remedy: '`detail` says which there are. A single record is JSON only; lists are CSV, NDJSON and XLSX too.',
    },
    'conflict': {
      title: 'This does not go together with what is there',
      cause: 'A record was to have what only one may have, to be brought back without being withdrawn, or one more than there may be.',
      remedy: '`detail` names what is in the way: read it and change that, or use another value.',
    },
    'gone': {
      title: 'The record was withdrawn',
      cause: 'The record existed and was withdrawn. Nothing public is ever erased.',
      remedy: 'Its history stays in `/api/v1/changes`; with `as_of` it can be read as it was.',
    },
    'precondition-failed': {
      title: 'The record has changed since you read it',
      cause: 'Someone else changed it after you read it; your change would have undone theirs.',
      remedy: 'Read it again and make your change on the current version.',
    },
    'too-large': {
      title: 'The request is too large',
      cause: 'The address, the headers or the body are over the limit.',
      remedy: 'Divide the request. For all data at once there is `/data/opengov.zip`.',
    },
    'unsupported-media-type': {
      title: 'The body has a type that this address does not take',
      cause: 'The header `Content-Type` is missing or names another type.',
      remedy: 'Send `application/json`, or `application/merge-patch+json` to change.',
    },
    'unprocessable': {
      title: 'A rule of the process forbids this',
      cause: 'The data is well formed but breaks a rule; for example, completing a commitment without public evidence.',
      remedy: '`detail` says which rule it is and what is missing.',
    },
    'precondition-required': {
      title: 'The change must name the version that it changes',
      cause: '`If-Match` is missing on a change or a withdrawal.',
      remedy: 'Read the record and send its `ETag` in `If-Match`.',
    },
    'too-many-requests': {
      title: 'Too many requests',
      cause: 'The requests of this client in the current window are used up.',
      remedy: 'Wait the seconds that `Retry-After` says. `RateLimit` says on every answer how many are left.',
    },
    'invalid-request': {
      title: 'The request cannot be answered',
      cause: 'The request is malformed.',
      remedy: 'Compare it with the examples in `/openapi/v1.json`.',
    },
    'internal-error': {
      title: 'The service failed',
      cause: 'Something failed on our side. It is recorded under the `traceId` of the answer.',
      remedy: 'Repeat the request. If it fails again, report the `traceId`.',
    },
    'unavailable': {
      title: 'The service is not ready',
      cause: 'The service is starting, or the database does not answer.',
      remedy: 'Wait some seconds and repeat. `/health/ready` says what is missing.',
    },
  },
} satisfies Words['problems'];
