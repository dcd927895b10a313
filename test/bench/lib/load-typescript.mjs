// Bundles a TypeScript module of this checkout for plain Node, so that a bench runs the real sources.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from './launch-app.mjs'

/** @param {string} entry path from the checkout's root @returns the module's exports */
export async function loadTypescript(entry) {
  // Inside node_modules, so that the bundle finds the database's package there.
  const folder = join(root, 'node_modules', '.cache', `bench-${randomUUID()}`)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src/shared'), '@resources': join(root, 'resources') } },
    build: {
      ssr: join(root, entry),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: 'entry.mjs' } },
    },
  })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return import(pathToFileURL(join(folder, 'entry.mjs')).href)
}
