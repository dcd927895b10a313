import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '../../..')
const fake = resolve(import.meta.dirname, 'install.ts')

/** Serves the renderer in a plain browser, with a hand-written fake of the bridge and of the engine. */
export default defineConfig({
  root: resolve(root, 'src/renderer'),
  cacheDir: resolve(root, 'node_modules/.vite-fake-bridge'),
  resolve: { alias: { '@shared': resolve(root, 'src/shared'), '@resources': resolve(root, 'resources') } },
  server: { host: '127.0.0.1', port: 5399, strictPort: true, fs: { allow: [root] }, hmr: false },
  plugins: [
    react(),
    {
      name: 'fake-bridge',
      transformIndexHtml: () => [
        { tag: 'script', attrs: { type: 'module', src: `/@fs${fake}` }, injectTo: 'head-prepend' as const },
      ],
    },
  ],
})
