import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // One shell for every address: the server that holds the files answers index.html for unknown paths. Beside each
    // file stands its compressed form, as small as it gets, for servers that can send it.
    adapter: adapter({ fallback: 'index.html', precompress: true }),
    // Absolute asset paths: index.html is served at any depth (/states/MX-DUR).
    paths: { relative: false },
  },
};
