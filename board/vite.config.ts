import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { BOARD_FOLDER, NONCE_PLACE } from './build/places.ts';

/** Files with their hash in their names, nothing inline: the gateway serves them at `/board/` under a strict policy. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/board/',
  html: { cspNonce: NONCE_PLACE },
  build: {
    outDir: BOARD_FOLDER,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      // Libraries mark what runs in a browser; here everything does.
      checks: { moduleLevelDirective: false },
      output: {
        // What changes rarely stays in a browser's cache, and no file is large.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            {
              name: 'aria',
              test: /node_modules[\\/](react-aria|react-stately|@react|@internationalized)/,
              priority: 2,
            },
            { name: 'router', test: /node_modules[\\/](react-router|cookie)/, priority: 2 },
            { name: 'libraries', test: /node_modules/, priority: 1 },
          ],
        },
      },
    },
  },
});
