import { asset } from '$app/paths';
import createClient, { type Client as TypedClient } from 'openapi-fetch';
import { earlyConfig, takeEarly } from './early';
import type { paths } from './schema';
import type { Site } from './site';
import type { Problem } from './types';

/** Why a request gave no data: the API's own problem, or null where no answer came at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly problem: Problem | null,
    /** The address that was asked, for the reader who wants to try it. */
    readonly url: string | null,
    options?: ErrorOptions,
  ) {
    super(problem?.detail ?? problem?.title ?? 'The API did not answer.', options);
  }

  get isNotFound(): boolean {
    return this.problem?.status === 404;
  }

  /** Whether the same question has the same answer: nothing failed. */
  get isRefused(): boolean {
    const status = this.problem?.status ?? 0;
    return status >= 400 && status < 500 && status !== 429;
  }
}

interface Config {
  /** Origin of the API, without a path; empty for the same origin. */
  api: string;
  site?: Site;
}

// Lists can also be had as CSV, NDJSON and XLSX; the dashboard itself reads JSON only.
type Client = TypedClient<paths, 'application/json'>;

interface Connection {
  client: Client;
  base: string;
  site: Site;
}

let connection: Promise<Connection> | undefined;

/**
 * What is asked, as the client library puts it together: the browser makes a request of it only where it has to be sent, and once. One of its own
 * takes it a millisecond, and a page asks many questions.
 */
class Asked {
  readonly method: string;
  constructor(
    readonly url: string,
    readonly init: RequestInit = {},
  ) {
    this.method = init.method ?? 'GET';
  }
}

async function connect(): Promise<Connection> {
  const config = earlyConfig() ?? ((await (await fetch(asset('/config.json'))).json()) as Config);
  const base = (config.api || location.origin).replace(/\/$/, '');
  // Several values of one parameter are separated by commas in this API.
  const querySerializer = { array: { style: 'form', explode: false } } as const;
  // Every figure is the API's at this moment: a stored answer is shown only after its ETag has been asked for.
  const send = ({ url, init }: Asked) => takeEarly(url) ?? fetch(url, init);
  return {
    base,
    site: config.site ?? {},
    client: createClient<paths, 'application/json'>({
      baseUrl: base,
      querySerializer,
      cache: 'no-cache',
      Request: Asked as unknown as typeof Request,
      fetch: send as unknown as (request: Request) => Promise<Response>,
    }),
  };
}

function connected(): Promise<Connection> {
  // A failed read of config.json is tried again by the next request, not remembered.
  connection ??= connect().catch((cause: unknown) => {
    connection = undefined;
    throw new ApiError(null, asset('/config.json'), { cause });
  });
  return connection;
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/**
 * Runs one request and gives its body, or throws an ApiError:
 * `await ask((api) => api.GET('/api/v1/states', { params: { query: { limit: 500 } }, signal }))`.
 */
export async function ask<T>(request: (api: Client) => Promise<Answer<T>>): Promise<T> {
  const { client } = await connected();
  let answer: Answer<T>;
  try {
    answer = await request(client);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(null, null, { cause });
  }
  if (answer.data === undefined) {
    throw new ApiError(problemOf(answer), answer.response.url);
  }
  return answer.data;
}

/** What the API says of it; what stands before it may answer in its own way, and is not a missing connection either. */
function problemOf({ error, response }: Answer<unknown>): Problem | null {
  if (isProblem(error)) return error;
  return response.ok ? null : ({ status: response.status, title: response.statusText } as Problem);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'status' in body && 'title' in body;
}

export type Query = Record<string, string | number | boolean | undefined>;

/** Address of a request relative to the API's origin, as shown to readers: `/api/v1/commitments?status=completed`. */
export function apiPath(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined);
  // Commas separate values in this API; writing them plainly keeps the address readable.
  const search = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString().replaceAll('%2C', ',');
  return `/api/v1${path}${search ? `?${search}` : ''}`;
}

/** The same address in CSV: the suffix goes before the query. */
export function csvPath(path: string): string {
  const [address = '', search] = path.split('?');
  return `${address}.csv${search ? `?${search}` : ''}`;
}

/** Who runs this site, as its settings say. */
export async function siteOf(): Promise<Site> {
  return (await connected()).site;
}

/** Full address on the API's origin, for links and for copying. */
export async function absolute(path: string): Promise<string> {
  return (await connected()).base + path;
}
