import { join } from 'node:path'
import type { HistoryEntry } from '@shared/history/history'
import { newRequest } from '@shared/request/request-template'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src/engine/storage/database'
import { createHistoryTable, type HistoryLimits, type HistoryTable } from '../../src/engine/storage/history-table'
import { migrate } from '../../src/engine/storage/migrate'
import { allMigrations } from '../../src/engine/storage/migrations/all-migrations'
import { tempFolder } from './temp-folder'

/** A history in a database of its own (or of the folder), closed when the test ends. */
export function openTestHistory(limits?: HistoryLimits, folder: string = tempFolder()): HistoryTable {
  const path = join(folder, 'history.db')
  const database = openDatabase(path)
  onTestFinished(() => database.close())
  migrate(database, path, allMigrations)
  return createHistoryTable(database, limits)
}

/** A send of a lead that was accepted, changed as the test says. */
export function sentEntry(changes: Partial<Omit<HistoryEntry, 'id'>> = {}): Omit<HistoryEntry, 'id'> {
  return {
    sentAt: Date.UTC(2026, 10, 21, 8, 0),
    name: 'Lead',
    nodeId: null,
    environmentName: null,
    template: newRequest,
    checks: [],
    sent: { method: 'POST', url: 'https://flow.example/invoke?sig=secret', headers: [], bodySize: 2, bodyText: '{}' },
    outcome: {
      kind: 'answered',
      answer: {
        status: 202,
        reason: 'Accepted',
        httpVersion: '1.1',
        headers: [],
        bodySize: 0,
        wireSize: 0,
        bodyText: '',
        bodyTruncated: false,
        remoteAddress: '127.0.0.1',
        redirects: [],
        certificate: null,
      },
    },
    timing: { dns: null, connect: 1, tls: null, upload: 1, firstByte: 2, download: 0, total: 4 },
    checkResults: [],
    ...changes,
  }
}
