// Builds the web app, src/web → dist/web. Everything is served by ourselves: fonts too, and nothing is inlined, so that the
// content security policy needs no exception.
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  root: 'src/web',
  base: '/',
  publicDir: 'public',
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['zh-TW', 'en-US'] }), enforce: 'pre' }, woff2Only()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    rolldownOptions: {
      // A door names every part behind it; a page fetches only those it uses.
      treeshake: { moduleSideEffects: [{ test: /\/src\/(?:web\/(?:ui|texts)|domain|documents)\/.*\.tsx?$/, sideEffects: false }] },
      // What most pages share is one file: cut up by who uses what, it compresses worse with every page that is added.
      output: { codeSplitting: { groups: [{ name: 'base', test: /\.(m?js|tsx?)$/, minShareCount: 3 }] } },
    },
  },
});

/** Every browser that runs this app reads woff2; leaving out the woff copies halves the size of the fonts. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource\/.*\.css/.test(id)) return undefined;
      return code.replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, '');
    },
  };
}
