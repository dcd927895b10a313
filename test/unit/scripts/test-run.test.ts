import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runInOurPlace } from '../../../scripts/lib/run-command.mjs'
import { describeProgress } from '../../../scripts/lib/say.mjs'
import { describeCounts, needsWindow, readCounts } from '../../../scripts/lib/test-run.mjs'

describe('needsWindow', () => {
  it.each([
    [[], true],
    [['-t', 'search'], true],
    [['test/unit/shared'], false],
    [['test/unit/shared', 'test/integration/a'], false],
    [['test/integration/receiver.test.ts'], false],
    [['test/e2e'], true],
    [['test/unit/a', 'test/e2e/b'], true],
    [['--project', 'unit'], false],
    [['--project=unit', '--project=e2e'], true],
    [['test/unity'], true],
  ])('%o: %s', (args, expected) => expect(needsWindow(args)).toBe(expected))
})

describe('the counts of a run', () => {
  let work: string
  beforeEach(() => {
    work = mkdtempSync(path.join(os.tmpdir(), 'counts-test-'))
  })
  afterEach(() => rmSync(work, { recursive: true, force: true }))

  it('are what the reporter wrote', () => {
    const file = path.join(work, 'counts.json')
    writeFileSync(file, JSON.stringify({ passed: 3, failed: 0, skipped: 1 }))
    expect(describeCounts(readCounts(file, 0))).toBe('3 passed, 0 failed, 1 skipped')
  })

  it('never read as good when vitest crashed', () => {
    expect(describeCounts(readCounts(path.join(work, 'missing'), 1))).toBe('0 passed, 1 failed')
  })
})

describe('runInOurPlace', () => {
  const run = (code: string) => runInOurPlace(process.execPath, ['-e', code], { stdio: 'ignore' })

  it('gives the exit code back', async () => expect(await run('process.exit(7)')).toBe(7))

  it('gives a signal back as shells do', async () => {
    expect(await run("process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 9999)")).toBe(143)
  })

  it('rejects when there is no such program', async () => {
    await expect(runInOurPlace('/nowhere/program', [])).rejects.toThrow('ENOENT')
  })
})

it('shows progress in megabytes and percent', () => {
  expect(describeProgress(98_132_405, 196_264_810)).toBe('98.1 of 196.3 MB (50 %)')
  expect(describeProgress(1_000_000, 0)).toBe('1.0 MB')
})
