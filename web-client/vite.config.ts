import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { boundaries } from './tools/boundaries.ts';

// Where the API answers while developing; in production it is the same origin or static/config.json.
const api = process.env.OPENGOV_API ?? 'http://127.0.0.1:5080';
const proxy = Object.fromEntries(
  ['/api/', '/data/', '/openapi/', '/swagger', '/health'].map((path) => [path, { target: api, changeOrigin: false }]),
);

export default defineConfig({
  plugins: [boundaries(), sveltekit()],
  server: { proxy },
  preview: { proxy },
  build: {
    rolldownOptions: {
      output: {
        // What several pages use is one file: dozens of small ones cost more than the parts that a page does without.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /src\/lib\/|node_modules\//,
              minShareCount: 5,
            },
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.ts', 'tools/**/*.test.ts'], environment: 'node', expect: { requireAssertions: true } },
});
