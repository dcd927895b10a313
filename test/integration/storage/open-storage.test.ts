import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import { describe, expect, it } from 'vitest'
import { createLeadStore } from '../../../src/engine/storage/create-lead-store'
import { openDatabase } from '../../../src/engine/storage/database'
import { migrate } from '../../../src/engine/storage/migrate'
import { leadsMigration } from '../../../src/engine/storage/migrations/0001-leads'
import { allMigrations } from '../../../src/engine/storage/migrations/all-migrations'
import type { Migration } from '../../../src/engine/storage/migrations/migration'
import { openStorageReadOnly } from '../../../src/engine/storage/open-storage'
import { toStoredText } from '../../../src/engine/storage/stored-text'
import { leadQuery } from '../../helpers/lead-query'
import { newLead } from '../../helpers/leads'
import { openTestStorage } from '../../helpers/open-test-storage'
import { seedLeads } from '../../helpers/seed-leads'
import { tempFolder } from '../../helpers/temp-folder'

const everyLead = leadQuery()

function errorOf(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('It did not fail.')
}

describe('opening', () => {
  it('keeps the data and shows it to nobody else', () => {
    const folder = join(tempFolder(), 'data')
    const first = openTestStorage(folder)
    seedLeads(first.leads, 300)
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    first.close()
    const { leads, notices } = openTestStorage(folder)
    expect(notices).toEqual([])
    expect(leads.facets().total).toBe(300)
  })

  it("takes a group's rights away from an older folder", () => {
    const folder = tempFolder()
    openTestStorage(folder).close()
    chmodSync(join(folder, 'lead-inspector.db'), 0o644)
    chmodSync(folder, 0o755)
    openTestStorage(folder)
    expect(statSync(join(folder, 'lead-inspector.db')).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
})

describe('a corrupt database', () => {
  const damages: readonly [string, (path: string) => void][] = [
    [
      'no database at all',
      (path) => writeFileSync(path, 'this is not a database, but it is long enough to look like one'.repeat(100)),
    ],
    ['a zeroed page in its middle', (path) => overwrite(path, Buffer.alloc(4096 * 3), 4096)],
    ['a file that was cut', (path) => truncateSync(path, 8192)],
  ]

  it.each(damages)('with %s is moved aside whole, and a new one begun', (_name, damage) => {
    const folder = tempFolder()
    const path = join(folder, 'lead-inspector.db')
    const before = openTestStorage(folder)
    seedLeads(before.leads, 500)
    before.close()
    damage(path)
    for (const suffix of ['-wal', '-shm']) if (!existsSync(path + suffix)) writeFileSync(path + suffix, '')

    const { leads, flows, notices } = openTestStorage(folder)
    const [notice] = notices
    expect(notices).toHaveLength(1)
    if (notice?.kind !== 'database-moved-aside') throw new Error('Another notice.')
    expect(notice.path).toMatch(/lead-inspector\.db\.corrupt-\d{8}-\d{6}-\d{3}$/)
    for (const suffix of ['', '-wal', '-shm']) expect(existsSync(notice.path + suffix)).toBe(true)
    expect(leads.facets().total).toBe(0)
    flows.ensureDefault('')
    leads.insert([newLead({})])
    expect(leads.page(everyLead, null, null, 10)).toHaveLength(1)
  })

  it('that shows itself only later is checked at the next start', () => {
    const folder = tempFolder()
    const path = join(folder, 'lead-inspector.db')
    const first = openTestStorage(folder)
    seedLeads(first.leads, 20_000)
    first.close()
    expect(statSync(path).size).toBeGreaterThan(16 * 1024 * 1024)
    overwrite(path, Buffer.alloc(4096 * 2000, 0xee), 4096 * 200)

    const second = openTestStorage(folder)
    expect(second.notices).toEqual([])
    const reading = () => {
      for (let id = 1; id <= 20_000; id += 1) second.leads.get(id)
    }
    expect(errorOf(reading).code).toBe('database-corrupt')
    second.close()
    expect(openTestStorage(folder).notices).toHaveLength(1)
  })
})

function overwrite(path: string, bytes: Buffer, position: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, position)
  closeSync(file)
}

describe('a newer database', () => {
  it('is refused and left as it is', () => {
    const folder = tempFolder()
    const path = join(folder, 'lead-inspector.db')
    openTestStorage(folder).close()
    const database = openDatabase(path)
    database.exec('PRAGMA user_version = 99')
    database.close()
    const size = statSync(path).size
    for (const open of [() => openTestStorage(folder), () => openStorageReadOnly(folder)]) {
      const error = errorOf(open)
      expect([error.code, error.params]).toEqual(['database-newer', { found: 99, known: allMigrations.length }])
    }
    expect(statSync(path).size).toBe(size)
    expect(readdirSync(folder).filter((file) => file.includes('corrupt') || file.includes('backup'))).toEqual([])
  })
})

describe('a database of the first version', () => {
  it('is brought up to date, after a backup, and keeps its leads', () => {
    const folder = tempFolder()
    const path = join(folder, 'lead-inspector.db')
    const database = openDatabase(path)
    migrate(database, path, [leadsMigration])
    const leads = createLeadStore(database)
    leads.insert([newLead({ firstName: 'Kept' })])
    leads.close()
    database.close()

    const storage = openTestStorage(folder)
    expect(storage.leads.page(leadQuery({}), null, null, 10).map(({ firstName }) => firstName)).toEqual(['Kept'])
    expect(storage.composerState.get('workspace')).toBeNull()
    expect(storage.history.page({ text: '', state: 'all' }, null, 10)).toEqual([])
    expect(readdirSync(folder).filter((file) => file.includes('backup'))).toHaveLength(1)
  })
})

describe('a database whose rehearsals do not know their leads', () => {
  it('gives them their leads, and lets go of what is left of leads that are gone', () => {
    const folder = tempFolder()
    const path = join(folder, 'lead-inspector.db')
    const database = openDatabase(path)
    migrate(database, path, allMigrations.slice(0, 5))
    const before = createLeadStore(database)
    before.insert([newLead({})])
    before.close()
    const work = JSON.stringify({ actions: [], steps: [], answered: null })
    for (const [id, leadId, dueAt] of [
      [1, 1, null],
      [2, 99, null],
      [3, 99, 5],
    ]) {
      database.run(
        `INSERT INTO flow_run (id, run_id, flow_id, flow_name, lead_id, is_test, state, started_at, ended_at, lane, due_at,
         detail) VALUES (?, 'r', 'f', ?, ?, 0, ?, 1, ?, 0, ?, ?)`,
        [
          id ?? 0,
          toStoredText('F'),
          leadId ?? null,
          dueAt === null ? 'Succeeded' : 'Running',
          dueAt === null ? 2 : null,
          dueAt ?? null,
          toStoredText(work),
        ],
      )
    }
    // The last one's run was removed after 28 days.
    for (const runId of [1, 2, 77]) {
      for (const table of ['outbox_mail', 'crm_record']) {
        const content = toStoredText(JSON.stringify({ runId, columns: [] }))
        database.run(`INSERT INTO ${table} (content) VALUES (?)`, [content])
      }
    }
    database.close()

    const { rehearsals, flowRuns, leads } = openTestStorage(folder)
    expect(rehearsals.mails(null, 10).map(({ runId }) => runId)).toEqual([1])
    expect(rehearsals.records(null, 10).map(({ runId }) => runId)).toEqual([1])
    expect(flowRuns.get(2)?.summary).toMatchObject({ leadId: null, state: { state: 'Succeeded', endedAt: 2 } })
    expect(flowRuns.get(3)?.summary).toMatchObject({ leadId: null, state: { state: 'Cancelled' } })
    expect(flowRuns.nextDue(0, [])).toBeNull()
    leads.delete({ ids: [1] }, 'a')
    expect(rehearsals.mails(null, 10)).toEqual([])
  })
})

describe('migrations', () => {
  const second: Migration = { version: 2, apply: (database) => database.exec('CREATE TABLE more (id INTEGER)') }
  const failing: Migration = {
    version: 3,
    apply: (database) => {
      database.exec('CREATE TABLE half (id INTEGER)')
      throw new Error('stop')
    },
  }

  function openNew() {
    const path = join(tempFolder(), 'test.db')
    return { path, database: openDatabase(path) }
  }

  it('make a new database without a backup', () => {
    const { path, database } = openNew()
    expect(migrate(database, path, [leadsMigration])).toBeNull()
    expect(database.get('PRAGMA user_version')).toEqual([1])
    expect(migrate(database, path, [leadsMigration])).toBeNull()
    database.close()
  })

  it('back up what is there before they change it', () => {
    const { path, database } = openNew()
    migrate(database, path, [leadsMigration])
    database.run("INSERT INTO facet (kind, value, count) VALUES ('offer', x'41', 5)")
    const backup = migrate(database, path, [leadsMigration, second])
    expect(backup).toMatch(/test\.db\.backup-v1-/)
    expect(database.get('PRAGMA user_version')).toEqual([2])
    const copy = openDatabase(backup ?? '')
    expect(copy.get('PRAGMA user_version')).toEqual([1])
    expect(copy.get('SELECT count FROM facet')).toEqual([5])
    expect(statSync(backup ?? '').mode & 0o777).toBe(0o600)
    copy.close()
    database.close()
  })

  it('are all or nothing, one by one', () => {
    const { path, database } = openNew()
    expect(() => migrate(database, path, [leadsMigration, second, failing])).toThrow('stop')
    expect(database.get('PRAGMA user_version')).toEqual([2])
    expect(database.get("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")).toEqual([0])
    database.close()
  })
})

describe('reading beside the app', () => {
  it('sees what is committed and cannot write', () => {
    const folder = tempFolder()
    const { leads, flows } = openTestStorage(folder)
    const flow = flows.ensureDefault('')
    seedLeads(leads, 10)
    leads.page(leadQuery({ text: 'contoso' }), null, null, 1)
    const reader = openStorageReadOnly(folder)
    expect(reader.leads.page(leadQuery({ text: 'contoso' }), null, null, 100)).toHaveLength(10)
    expect(reader.leads.get(3)).toEqual(leads.get(3))
    expect(reader.leads.facets()).toEqual(leads.facets())
    expect(reader.flows.list()).toEqual([flow])
    leads.insert([newLead({})])
    expect(reader.leads.page(everyLead, null, null, 100)).toHaveLength(11)
    reader.close()
  })

  it('works while no app runs', () => {
    const folder = tempFolder()
    const { leads, close } = openTestStorage(folder)
    seedLeads(leads, 10)
    close()
    const reader = openStorageReadOnly(folder)
    expect(reader.leads.page(leadQuery({ text: 'contoso' }), null, null, 100)).toHaveLength(10)
    reader.close()
  })

  it('says so where there is nothing to read', () => {
    const folder = tempFolder()
    expect(errorOf(() => openStorageReadOnly(folder)).code).toBe('file-unreadable')
    expect(readdirSync(folder)).toEqual([])
  })
})
