/**
 * The words of the dashboard by part, in the shape that Spanish gives them: the same keys, the same arguments, any words.
 * Each language is a folder with one file for each part; a page loads the parts that it names in its `+page.ts`.
 */
export interface Words {
  'about': typeof import('./es/about').default;
  'address': typeof import('./es/address').default;
  'api-docs': typeof import('./es/api-docs').default;
  'builder': typeof import('./es/builder').default;
  'changes': typeof import('./es/changes').default;
  'commitment-detail': typeof import('./es/commitment-detail').default;
  'commitments': typeof import('./es/commitments').default;
  'common': typeof import('./es/common').default;
  'compare': typeof import('./es/compare').default;
  'coverage': typeof import('./es/coverage').default;
  'dialogue': typeof import('./es/dialogue').default;
  'home': typeof import('./es/home').default;
  'measures': typeof import('./es/measures').default;
  'metrics': typeof import('./es/metrics').default;
  'narrowed': typeof import('./es/narrowed').default;
  'organizations': typeof import('./es/organizations').default;
  'plans': typeof import('./es/plans').default;
  'practices': typeof import('./es/practices').default;
  'problems': typeof import('./es/problems').default;
  'search': typeof import('./es/search').default;
  'secretariats': typeof import('./es/secretariats').default;
  'state-detail': typeof import('./es/state-detail').default;
  'states': typeof import('./es/states').default;
  'themes': typeof import('./es/themes').default;
  'timeline': typeof import('./es/timeline').default;
  'voices': typeof import('./es/voices').default;
}

export type Part = keyof Words;
