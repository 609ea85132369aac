/** Requests that show one feature of the API each. The words for them are in messages.ts, under the same key. */
export const EXAMPLES = [
  { key: 'state', path: '/api/v1/states/10' },
  { key: 'search', path: '/api/v1/commitments?q=presupuesto&fields=id,title_es,title_en,state_id&limit=5' },
  { key: 'count', path: '/api/v1/stats/commitments?group_by=status' },
  { key: 'story', path: '/api/v1/commitments/MX-DUR-PAL1-C2' },
  { key: 'csv', path: '/api/v1/metrics/values.csv?edition=2017&scope=state&indicator=open_government_index' },
  { key: 'mistake', path: '/api/v1/commitments?statuss=completed' },
] as const;
export type ExampleKey = (typeof EXAMPLES)[number]['key'];

export const LANGUAGES = ['curl', 'javascript', 'python'] as const;
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
        : ['import requests', '', `response = requests.get(${JSON.stringify(address)})`, 'response.raise_for_status()', 'print(response.json())'].join('\n');
  }
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
