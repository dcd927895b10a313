import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockDataFolder } from '../../../src/engine/storage/data-folder-lock'
import { bundleChild, removeBundle, startChild } from '../../helpers/child-script'
import { tempFolder } from '../../helpers/temp-folder'

describe('the lock on a data folder', () => {
  let script: string

  beforeAll(async () => {
    script = await bundleChild('hold-lock.ts')
  })

  afterAll(() => removeBundle(script))

  function refusal(folder: string): AppError {
    try {
      lockDataFolder(folder, { kind: 'app' }).release()
    } catch (error) {
      if (error instanceof AppError) return error
      throw error
    }
    throw new Error('It was given twice.')
  }

  it('is refused with the name of its holder, and free again when that is killed', async () => {
    const folder = tempFolder()
    const child = startChild(script, [folder])
    expect(await child.nextLine()).toBe('locked')
    const error = refusal(folder)
    expect(error.code).toBe('data-folder-in-use')
    expect(error.params).toMatchObject({ pid: child.process.pid, kind: 'cli' })
    expect(Math.abs(Date.parse(String(error.params.since)) - Date.now())).toBeLessThan(60_000)

    child.process.kill('SIGKILL')
    await once(child.process, 'exit')
    const lock = lockDataFolder(folder, { kind: 'app' })
    expect(refusal(folder).params).toMatchObject({ pid: process.pid, kind: 'app' })
    lock.release()
  })

  it('can be given back and taken again', () => {
    const folder = join(tempFolder(), 'new')
    lockDataFolder(folder, { kind: 'app' }).release()
    expect(existsSync(join(folder, 'lead-inspector.lock.json'))).toBe(false)
    const again = lockDataFolder(folder, { kind: 'cli' })
    expect(refusal(folder).params).toMatchObject({ kind: 'cli' })
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
    again.release()
  })
})
