import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

/** The type packages name each face in two formats; Chromium has read the smaller one for ten years. */
const woff2Only = {
  name: 'woff2-only',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /@fontsource.*\.css$/.test(id) ? code.replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '') : null,
};

// Targets are those of the oldest runtime the display must run on: Electron 25.1 = Node 18.15 and Chromium 114.
// Everything is bundled (nothing is read from node_modules at run time), main and preload as CommonJS.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node18',
      outDir: 'out/main',
      minify: true,
      rollupOptions: {
        input: {
          main: resolve('electron/main.ts'),
          cli: resolve('electron/cli.ts'),
          scan: resolve('electron/content/scan-process.ts'),
        },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node18',
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve('electron/preload.ts'), 'darkroom-preload': resolve('electron/darkroom-preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [woff2Only],
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      outDir: 'out/renderer',
      assetsInlineLimit: 0, // fonts and pictures stay files: the content security policy allows no data: addresses
      modulePreload: false,
      rollupOptions: {
        input: {
          index: resolve('renderer/index.html'),
          sheet: resolve('renderer/sheet/index.html'),
          gallery: resolve('renderer/gallery/index.html'),
          darkroom: resolve('renderer/darkroom/index.html'),
        },
      },
    },
  },
});
