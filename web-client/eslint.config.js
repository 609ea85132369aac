import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import noCodeSets from './tools/no-code-sets.js';

/** A selector of what is neither an array that is written out nor given to `some`. */
const unlessSome = (place) =>
  `:not([${place}.type='ArrayExpression']):not([${place}.expression.type='ArrayExpression']):not([${place}.callee.name='some'])`;

export default defineConfig(
  { ignores: ['build/', '.stryker/', '.svelte-kit/', 'src/lib/api/schema.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  // How the code is laid out is Prettier's business.
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // Types are checked by svelte-check, which knows every name.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      // A file has one subject.
      'max-lines': ['error', { max: 300 }],
      // `href` of $lib/url/navigation resolves every address and keeps the language; the rule knows `resolve` alone.
      'svelte/no-navigation-without-resolve': 'off',
      // A Map or URL that is made, read and left needs no reactivity.
      'svelte/prefer-svelte-reactivity': 'off',
      // It takes a remark after the code of a warning for more codes; svelte-check says which are not needed.
      'svelte/no-unused-svelte-ignore': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // Labels and order of codes have a room of their own; a test writes down what it expects.
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: ['src/lib/vocabulary/**', 'src/lib/i18n/**', '**/*.test.ts'],
    plugins: { opengov: { rules: { 'no-code-sets': noCodeSets } } },
    rules: { 'opengov/no-code-sets': 'error' },
  },
  {
    // What would hold of nothing goes through `some` of tools/some.ts, or is written out: no test passes with its subject emptied.
    files: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          `ForOfStatement:has(CallExpression[callee.name='expect'])${unlessSome('right')}`,
          `CallExpression[callee.property.name='each']${unlessSome('arguments.0')}`,
          `CallExpression[callee.property.name=/^(every|forEach)$/]${unlessSome('callee.object')}`,
          "CallExpression[callee.property.name='toEqual'][arguments.0.elements.length=0]" +
            ":has(CallExpression[callee.property.name='filter']):not(:has(CallExpression[callee.name='some']))",
        ].map((selector) => ({
          selector,
          message: 'This holds of nothing too: let some(…) of tools/some.ts see that there is something.',
        })),
      ],
    },
  },
  {
    // Put into the page as it is, for every browser there is.
    files: ['static/**/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: { '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }], '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
