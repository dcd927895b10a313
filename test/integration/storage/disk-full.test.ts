import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import { describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/engine/storage/open-storage'
import { leadQuery } from '../../helpers/lead-query'
import { createLeadGenerator } from '../../helpers/seed-leads'
import { smallDisk } from '../../helpers/small-disk'

describe('a full disk', () => {
  it('refuses new leads, loses none, and goes on when there is room again', (context) => {
    const disk = smallDisk(12 * 1024 * 1024)
    if ('reason' in disk) return context.skip(disk.reason)
    const ballast = join(disk.folder, 'ballast')
    writeFileSync(ballast, Buffer.alloc(5 * 1024 * 1024))
    const storage = openStorage(disk.folder)
    const next = createLeadGenerator()
    const batch = () => Array.from({ length: 50 }, (_, position) => next(position))

    let acknowledged = 0
    let failure: unknown
    while (failure === undefined) {
      try {
        acknowledged = storage.leads.insert(batch()).at(-1)?.id ?? 0
      } catch (error) {
        failure = error
      }
    }
    expect(failure).toBeInstanceOf(AppError)
    expect(failure).toMatchObject({ code: 'disk-full' })
    expect(acknowledged).toBeGreaterThan(100)
    for (let attempt = 0; attempt < 5; attempt += 1) expect(() => storage.leads.insert(batch())).toThrow('disk-full')
    // What is there can still be read, searched and counted.
    expect(storage.leads.facets().total).toBe(acknowledged)
    expect(storage.leads.page(leadQuery(), null, null, 10)).toHaveLength(10)
    storage.leads.page(leadQuery({ text: 'contoso' }), null, null, 10)

    rmSync(ballast)
    const stored = storage.leads.insert(batch())
    expect(stored[0]?.id).toBe(acknowledged + 1)
    storage.close()
    const again = openStorage(disk.folder)
    expect(again.notices).toEqual([])
    expect(again.leads.facets().total).toBe(acknowledged + 50)
    expect(again.leads.countSelection({ query: leadQuery({ text: 'contoso' }) })).toBe(acknowledged + 50)
    again.close()
  })
})
