import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabaseReadOnly } from '../../../src/engine/storage/database'
import { openStorage, openStorageReadOnly } from '../../../src/engine/storage/open-storage'
import { bundleChild, removeBundle, startChild } from '../../helpers/child-script'
import { leadQuery } from '../../helpers/lead-query'
import { tempFolder } from '../../helpers/temp-folder'

/** What another process finds, which reads and does not write the text index. */
function foundBeside(folder: string, text: string): number {
  const reader = openStorageReadOnly(folder)
  const count = reader.leads.countSelection({ query: leadQuery({ text }) })
  reader.close()
  return count
}

describe('a process that is killed while it writes', () => {
  let script: string

  beforeAll(async () => {
    script = await bundleChild('write-leads.ts')
  })

  afterAll(() => removeBundle(script))

  it('loses nothing that it acknowledged, eight times over', async () => {
    const folder = tempFolder()
    let acknowledged = 0
    for (let round = 1; round <= 8; round += 1) {
      const child = startChild(script, [folder, String(round)])
      for (let batch = 0; batch < round * 7; batch += 1) acknowledged = Number(await child.nextLine())
      child.process.kill('SIGKILL')
      await once(child.process, 'exit')
      for (const line of await child.remainingLines()) acknowledged = Math.max(acknowledged, Number(line))

      const storage = openStorage(folder)
      expect(storage.notices).toEqual([])
      const { total } = storage.leads.facets()
      expect(total).toBeGreaterThanOrEqual(acknowledged)
      expect(total % 20).toBe(0)
      if (round === 1) await expect.poll(() => foundBeside(folder, 'contoso')).toBe(total)
      expect(storage.leads.countSelection({ query: leadQuery({ text: 'contoso' }) })).toBe(total)
      expect((await storage.leads.index(leadQuery())).total).toBe(total)
      storage.close()
      const database = openDatabaseReadOnly(join(folder, 'lead-inspector.db'))
      expect(database.get('PRAGMA integrity_check')).toEqual(['ok'])
      database.close()
      acknowledged = total
    }
  })
})
