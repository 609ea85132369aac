/** Requests that show one feature of the API each. The words for them are in messages.ts, under the same key. */
export const EXAMPLES = [
  { key: 'state', path: '/api/v1/states/10' },
  { key: 'search', path: '/api/v1/commitments?q=presupuesto&fields=id,title_es,title_en,state_id&limit=5' },
  { key: 'count', path: '/api/v1/stats/commitments?group_by=status' },
  { key: 'story', path: '/api/v1/commitments/MX-DUR-PAL1-C2' },
  { key: 'csv', path: '/api/v1/metrics/values.csv?edition=2017&scope=state&indicator=open_government_index' },
  { key: 'next', path: '/api/v1/organizations?sort=name&limit=3&fields=id,name,sector' },
  { key: 'past', path: '/api/v1/changes?limit=2&fields=changed_at,record_type,record_id,action' },
  { key: 'mistake', path: '/api/v1/commitments?statuss=completed' },
] as const;
export type ExampleKey = (typeof EXAMPLES)[number]['key'];

export const LANGUAGES = ['curl', 'javascript', 'python', 'r', 'csharp'] as const;
export type CodeLanguage = (typeof LANGUAGES)[number];

/** Only addresses of this API can be run from the page. */
export function runnable(path: string): boolean {
  return /^\/(api\/v1|data|openapi)\//.test(path);
}

const isCsv = (path: string) => /\.csv(\?|$)/.test(path);

/** The request as a program that can be pasted and run. */
export function code(language: CodeLanguage, address: string): string {
  switch (language) {
    case 'curl':
      return `curl '${address.replaceAll("'", '%27')}'`;
    case 'javascript':
      return [
        `const response = await fetch(${JSON.stringify(address)});`,
        'if (!response.ok) throw new Error((await response.json()).detail);',
        `const answer = await response.${isCsv(address) ? 'text' : 'json'}();`,
        'console.log(answer);',
      ].join('\n');
    case 'python':
      return isCsv(address)
        ? ['import pandas', '', `table = pandas.read_csv(${JSON.stringify(address)})`, 'print(table)'].join('\n')
        : [
            'import requests',
            '',
            `response = requests.get(${JSON.stringify(address)})`,
            'response.raise_for_status()',
            'print(response.json())',
          ].join('\n');
    case 'r':
      return isCsv(address)
        ? [`table <- read.csv(${JSON.stringify(address)}, fileEncoding = "UTF-8")`, 'head(table)'].join('\n')
        : ['library(jsonlite)', '', `answer <- fromJSON(${JSON.stringify(address)})`, 'str(answer, max.level = 1)'].join('\n');
    case 'csharp':
      return isCsv(address)
        ? [
            'using var client = new HttpClient();',
            `var csv = await client.GetStringAsync(${JSON.stringify(address)});`,
            'Console.WriteLine(csv);',
          ].join('\n')
        : [
            'using System.Net.Http.Json;',
            'using System.Text.Json;',
            '',
            'using var client = new HttpClient();',
            `var answer = await client.GetFromJsonAsync<JsonElement>(${JSON.stringify(address)});`,
            'Console.WriteLine(answer);',
          ].join('\n');
  }
}

/** Headers that say something to who writes a client: format, cache, paging, limits. */
export const HEADERS = [
  'Content-Type',
  'ETag',
  'Last-Modified',
  'Cache-Control',
  'Link',
  'RateLimit-Policy',
  'RateLimit',
  'Retry-After',
] as const;

export function toldHeaders(headers: Headers): [string, string][] {
  return HEADERS.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
}

export interface Shown {
  text: string;
  /** Lines left out. */
  more: number;
}

/** The body as a person reads it: JSON indented, long answers cut at a line and said to be so. */
export function shown(body: string, contentType: string | null, lines = 60): Shown {
  let text = body;
  if (contentType?.includes('json')) {
    try {
      text = JSON.stringify(JSON.parse(body), null, 2);
    } catch {
      // Not JSON after all: shown as it came.
    }
  }
  const all = text.trimEnd().split('\n');
  return { text: all.slice(0, lines).join('\n'), more: Math.max(0, all.length - lines) };
}
