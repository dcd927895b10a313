import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const alias = { '@shared': resolve('src/shared'), '@resources': resolve('resources') }

// Everything but Electron and the native database is bundled: one file is read at start instead of hundreds,
// and the packed application needs no node_modules beyond libsql.
const external = ['electron', 'libsql', /^node:/]

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      minify: false,
      rollupOptions: {
        external,
        input: {
          index: resolve('src/main/index.ts'),
          engine: resolve('src/engine/process.ts'),
          'pattern-worker': resolve('src/engine/schema/pattern-worker.ts'),
          cli: resolve('src/cli/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: resolve('src/preload/index.ts') },
        // A sandboxed preload script can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    resolve: { alias },
    plugins: [react()],
    build: {
      minify: true,
      rollupOptions: {
        input: { index: resolve('src/renderer/index.html') },
        // What the first screen needs is one file: each more is another request that the shell answers at start.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
})
