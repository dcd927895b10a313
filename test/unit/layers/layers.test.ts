import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

/** What each layer may import: other layers, and packages that belong to it alone. The lint rule says the same in the editor. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  engine: ['engine', 'shared'],
  cli: ['cli', 'engine', 'shared'],
  renderer: ['renderer', 'shared'],
  preload: ['preload', 'shared'],
  main: ['main', 'shared'],
}
const electronLayers = ['main', 'preload']
const nodeLayers = ['engine', 'cli', 'main']

const root = resolve(import.meta.dirname, '../../..')

type Import = { readonly file: string; readonly from: string; readonly typeOnly: boolean }

function importsOf(layer: string): readonly Import[] {
  const folder = join(root, 'src', layer)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name)
      const text = readFileSync(file, 'utf8')
      const found = text.matchAll(
        /^\s*(import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
      )
      return [...found].map((match) => ({
        file: relative(root, file),
        from: match[3] ?? match[4] ?? match[5] ?? '',
        typeOnly: match[2] !== undefined,
      }))
    })
}

function layerOf({ file, from }: Import): string | null {
  if (from.startsWith('@shared/')) return 'shared'
  if (!from.startsWith('.')) return null
  const target = relative(join(root, 'src'), resolve(root, file, '..', from))
  return target.startsWith('..') ? null : (target.split('/')[0] ?? null)
}

describe('the layers', () => {
  for (const [layer, allowed] of Object.entries(mayImport)) {
    const imports = importsOf(layer)

    it(`${layer} imports only ${allowed.join(', ')}`, () => {
      expect(imports.length).toBeGreaterThan(0)
      const wrong = imports.filter((found) => {
        const target = layerOf(found)
        const engineTypes = layer === 'main' && target === 'engine' && found.typeOnly
        return target !== null && !allowed.includes(target) && !engineTypes
      })
      expect(wrong).toEqual([])
    })

    it(`${layer} keeps to its packages`, () => {
      const wrong = imports.filter(({ file, from }) => {
        if (/^electron(-store|-log)?($|\/)/.test(from)) return !electronLayers.includes(layer)
        if (from.startsWith('node:')) return !nodeLayers.includes(layer)
        if (from === 'libsql') return !file.startsWith('src/engine/storage/')
        if (from === 'got') return !file.startsWith('src/engine/sender/')
        if (/^ajv/.test(from)) return layer !== 'engine'
        return /^(react|@fluentui|zustand)/.test(from) && layer !== 'renderer'
      })
      expect(wrong).toEqual([])
    })
  }
})

/** Probe files and whether the lint rule must complain: proof that the rule bites, not only that the tree is clean. */
const probes = [
  ['src/shared/a.ts', 'node:fs', true],
  ['src/shared/b.ts', '../engine/engine', true],
  ['src/engine/a.ts', 'electron', true],
  ['src/engine/b.ts', 'libsql', true],
  ['src/engine/receiver/allowed.ts', 'node:http', false],
  ['src/engine/storage/a.ts', 'electron', true],
  ['src/engine/storage/b.ts', 'got', true],
  ['src/engine/storage/allowed.ts', 'libsql', false],
  ['src/engine/sender/a.ts', 'libsql', true],
  ['src/engine/sender/allowed.ts', 'got', false],
  ['src/cli/a.ts', '../main/index', true],
  ['src/renderer/src/a.ts', '../../engine/engine', true],
  ['src/renderer/src/b.ts', 'ajv', true],
  ['src/renderer/src/c.ts', 'electron', true],
  ['src/preload/a.ts', '../engine/engine', true],
  ['src/main/a.ts', '../renderer/src/main', true],
] as const

describe('the lint rule', () => {
  let report = ''

  beforeAll(() => {
    const project = mkdtempSync(join(tmpdir(), 'layers-'))
    const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    writeFileSync(join(project, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }))
    for (const [file, from] of probes) {
      mkdirSync(dirname(join(project, file)), { recursive: true })
      writeFileSync(join(project, file), `import * as probe from '${from}'\n\nprobe.toString()\n`)
    }
    const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
    const run = spawnSync(process.execPath, [biome, 'lint', '--max-diagnostics=200', '--reporter=github'], {
      cwd: project,
      encoding: 'utf8',
    })
    report = run.stdout
    rmSync(project, { recursive: true })
  })

  it.each(probes)('%s importing %s: refused is %s', (file, _from, refused) => {
    const complaint = report.split('\n').some((line) => line.includes('noRestrictedImports') && line.includes(file))
    expect(complaint).toBe(refused)
  })
})
