import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createSchemaChecker, type SchemaChecker } from '../../../../src/engine/schema/schema-checker'

let folder: string
let workerUrl: URL
const checkers: SchemaChecker[] = []

function checkerWith(timeLimitMs: number, url = workerUrl) {
  const failures: Error[] = []
  const checker = createSchemaChecker({ workerUrl: url, timeLimitMs, onFailure: (error) => failures.push(error) })
  checkers.push(checker)
  return { checker, failures }
}

function ready(checker: SchemaChecker, schema: unknown) {
  const prepared = checker.prepare(JSON.stringify(schema))
  if (!prepared.ok) throw new Error(prepared.error.code)
  return prepared
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pattern-worker-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    build: {
      ssr: resolve('src/engine/schema/pattern-worker.ts'),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: 'pattern-worker.mjs' } },
    },
    ssr: { noExternal: true },
  })
  workerUrl = pathToFileURL(join(folder, 'pattern-worker.mjs'))
}, 60_000)

afterEach(async () => {
  for (const checker of checkers.splice(0)) await checker.close()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('createSchemaChecker', () => {
  it('answers at once for a schema without patterns, and compiles it once', () => {
    const { checker } = checkerWith(250)
    const schema = ready(checker, { type: 'object' })
    expect(schema.check({})).toEqual([])
    expect(ready(checker, { type: 'object' })).toBe(schema)
  })

  it('checks a large body in the worker thread, because it may have an error for every few bytes', async () => {
    const { checker } = checkerWith(5_000)
    const { check } = ready(checker, { type: 'object' })
    expect(check([], 1000)).toMatchObject([{ code: 'schema-mismatch' }])
    const pending = check([], 1_000_000)
    expect(pending).toBeInstanceOf(Promise)
    expect(await pending).toMatchObject([{ code: 'schema-mismatch' }])
  })

  it('checks patterns in the worker thread', async () => {
    const { checker } = checkerWith(5_000)
    const { check } = ready(checker, { properties: { Phone: { pattern: '^[0-9]+$' } } })
    const pending = [check({ Phone: '123' }), check({ Phone: 'abc' })]
    expect(pending[0]).toBeInstanceOf(Promise)
    expect(await pending[0]).toEqual([])
    expect(await pending[1]).toMatchObject([
      { code: 'schema-mismatch', pointer: '/Phone', message: "String 'abc' does not match regex pattern '^[0-9]+$'." },
    ])
  })

  it('gives up a pattern that would run for years, blocks nothing meanwhile, and goes on afterwards', async () => {
    const { checker } = checkerWith(250)
    const { check } = ready(checker, { properties: { a: { pattern: '^(a+)+$' } } })
    let turns = 0
    const turning = setInterval(() => turns++, 5)
    const slow = await check({ a: `${'a'.repeat(60)}!` })
    clearInterval(turning)
    expect(slow).toMatchObject([{ severity: 'warning', code: 'schema-check-too-slow' }])
    expect(turns).toBeGreaterThan(10)
    expect(await check({ a: 'aaa' })).toEqual([])
  })

  it('says so when the worker cannot start, and still answers', async () => {
    const { checker, failures } = checkerWith(250, pathToFileURL(join(folder, 'missing.mjs')))
    const { check } = ready(checker, { pattern: 'x' })
    expect(await check('y')).toMatchObject([{ code: 'schema-check-too-slow' }])
    expect(failures).toHaveLength(1)
  })

  it('answers what is still waiting when it is closed', async () => {
    const { checker } = checkerWith(60_000)
    const { check } = ready(checker, { pattern: '^(a+)+$' })
    const pending = [check(`${'a'.repeat(60)}!`), check('a')]
    await checker.close()
    for (const findings of pending) expect(await findings).toMatchObject([{ code: 'schema-check-too-slow' }])
  })

  it('passes on why a schema cannot be used', () => {
    const prepared = checkerWith(250).checker.prepare('{')
    expect(prepared).toMatchObject({ ok: false, error: { code: 'schema-not-json' } })
  })
})
