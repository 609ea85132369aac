import type { Problem } from './types';

/** Why a page or a part of it is not there; what the reader can do about it follows from that. */
export type Failure = 'offline' | 'unreachable' | 'broken';

/** What browsers say when a file of the page's own code or style cannot be had: no connection, or an upgrade took it away. */
const CODE = /dynamically imported module|importing a module script|preload css|failed to fetch|load failed|networkerror/i;

export function failureOf(error: unknown, isOnline: boolean): Failure {
  const message = error instanceof Error ? error.message : '';
  if (!CODE.test(message)) return 'broken';
  return isOnline ? 'unreachable' : 'offline';
}

export interface Refused {
  name: string;
  value: string;
  nearest: string | null;
  /** The kind of error, as the API's documentation lists them. */
  code: string;
}

/** The values of parameters that the API does not take, as it lists them. */
export function refusedOf(problem: Problem): Refused[] {
  return (problem.errors ?? []).map(({ parameter, value, nearest, code }) => ({
    name: parameter ?? '',
    value: value === null || value === undefined ? '' : String(value),
    nearest: nearest ?? null,
    code: code ?? '',
  }));
}
