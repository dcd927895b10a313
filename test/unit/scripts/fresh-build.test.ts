import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashSources, isFresh } from '../../../scripts/lib/fresh-build.mjs'
import { withLock } from '../../../scripts/lib/lock.mjs'

let work: string

beforeEach(() => {
  work = mkdtempSync(path.join(os.tmpdir(), 'build-test-'))
  mkdirSync(path.join(work, 'src/deep'), { recursive: true })
  writeFileSync(path.join(work, 'src/deep/a.ts'), 'a')
  writeFileSync(path.join(work, 'package.json'), '{}')
})

afterEach(() => rmSync(work, { recursive: true, force: true }))

describe('hashSources', () => {
  const hash = () => hashSources(work, ['src', 'package.json', 'missing'])

  it('does not look at times', () => {
    const before = hash()
    utimesSync(path.join(work, 'src/deep/a.ts'), 0, 0)
    expect(hash()).toBe(before)
  })

  it('sees a changed, an added and a renamed file', () => {
    const hashes = [hash()]
    writeFileSync(path.join(work, 'src/deep/a.ts'), 'b')
    hashes.push(hash())
    writeFileSync(path.join(work, 'src/b.ts'), 'a')
    hashes.push(hash())
    rmSync(path.join(work, 'src/b.ts'))
    writeFileSync(path.join(work, 'src/c.ts'), 'a')
    hashes.push(hash())
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('isFresh', () => {
  const results = ['main/index.js', 'main/engine.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']

  it('wants the same sources and every result', () => {
    expect(isFresh('x', work)).toBe(false)
    for (const file of results) {
      mkdirSync(path.dirname(path.join(work, file)), { recursive: true })
      writeFileSync(path.join(work, file), '')
    }
    writeFileSync(path.join(work, '.build-hash'), 'x')
    expect(isFresh('x', work)).toBe(true)
    expect(isFresh('y', work)).toBe(false)
    rmSync(path.join(work, 'preload/index.cjs'))
    expect(isFresh('x', work)).toBe(false)
  })
})

describe('withLock', () => {
  it('lets one work at a time', async () => {
    const lock = path.join(work, 'lock')
    const log: string[] = []
    const job = (name: string) =>
      withLock(lock, async () => {
        log.push(`${name} in`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        log.push(`${name} out`)
      })
    await Promise.all([job('a'), job('b')])
    expect(log).toEqual(['a in', 'a out', 'b in', 'b out'])
  })

  it('takes over from a process that is gone', async () => {
    const lock = path.join(work, 'lock')
    mkdirSync(lock)
    // Above the largest process id that Linux gives.
    writeFileSync(path.join(lock, 'pid'), '99999999')
    expect(await withLock(lock, async () => 'done')).toBe('done')
  })

  it('is free again after a failure', async () => {
    const lock = path.join(work, 'lock')
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(lock, async () => 'done')).toBe('done')
  })
})
