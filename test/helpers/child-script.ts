import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

export type ChildScript = {
  readonly process: ChildProcess
  /** The next line it prints; rejects when it ends without one. */
  readonly nextLine: () => Promise<string>
  /** All lines that were not taken yet, once it has ended. */
  readonly remainingLines: () => Promise<readonly string[]>
}

/** Bundles a TypeScript file of `test/helpers/children` for plain Node. Beside `node_modules`, so that packages are found. */
export async function bundleChild(name: string): Promise<string> {
  const parent = resolve('node_modules/.cache/lead-inspector-tests')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'child-'))
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared'), '@resources': resolve('resources') } },
    build: { ssr: resolve('test/helpers/children', name), outDir: folder, target: 'node20', emptyOutDir: true },
  })
  return join(folder, `${basename(name, '.ts')}.js`)
}

/** Removes what {@link bundleChild} made. */
export function removeBundle(script: string): void {
  rmSync(resolve(script, '..'), { recursive: true, force: true })
}

/** Starts a bundled script; it is killed when the test ends. */
export function startChild(script: string, args: readonly string[]): ChildScript {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    process: child,
    nextLine: async () => {
      const line = await lines.next()
      if (line.done) throw new Error(`${basename(script)} ended without a word.`)
      return line.value
    },
    remainingLines: async () => {
      const rest: string[] = []
      for (let line = await lines.next(); !line.done; line = await lines.next()) rest.push(line.value)
      return rest
    },
  }
}
