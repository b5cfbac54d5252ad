// Builds the explorer into web/dist; in development the API is taken from the server on 4780.

import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Everything a browser fetches as script before the page stands: the entry and what it imports at once, gzipped. */
const FIRST_LOAD_BYTES = 200_000;
const firstLoadBudget = (): Plugin => ({
  name: 'first-load-budget',
  generateBundle(_options, bundle) {
    const first = new Set<string>();
    const add = (name: string): void => {
      const chunk = bundle[name];
      if (chunk?.type !== 'chunk' || first.has(name)) return;
      first.add(name);
      for (const needed of chunk.imports) add(needed);
    };
    for (const [name, chunk] of Object.entries(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) add(name);
    const bytes = [...first].reduce((sum, name) => {
      const chunk = bundle[name];
      return sum + (chunk?.type === 'chunk' ? gzipSync(chunk.code).length : 0);
    }, 0);
    if (bytes > FIRST_LOAD_BYTES) this.error(`the first load is ${bytes} bytes of gzipped script; at most ${FIRST_LOAD_BYTES} are allowed`);
    this.emitFile({
      type: 'asset',
      fileName: 'first-load.json',
      source: `${JSON.stringify({ files: first.size, bytes, budget: FIRST_LOAD_BYTES })}\n`,
    });
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), firstLoadBudget()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // No data: URLs for small assets and no inline preload helper: the content security policy stays at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4780' } },
});
