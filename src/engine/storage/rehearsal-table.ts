import type { CrmRecord, OutboxMail, OutboxMailSummary } from '@shared/run/rehearsal'
import type { Database } from './database'
import { numberAt, textAt } from './row-reader'
import { toStoredText } from './stored-text'

/** What a rehearsed step leaves behind; it gets its id when it is written. */
export type Rehearsed =
  | { readonly kind: 'crm-record'; readonly record: Omit<CrmRecord, 'id'> }
  | { readonly kind: 'mail'; readonly mail: Omit<OutboxMail, 'id'> }

export type RehearsalTable = {
  /** Within the caller's transaction: it belongs to the end of its step. */
  readonly insert: (rehearsed: Rehearsed) => void
  /** Newest first, with ids below `before`. */
  readonly records: (before: number | null, limit: number) => readonly CrmRecord[]
  readonly mails: (before: number | null, limit: number) => readonly OutboxMailSummary[]
  /** null where there is no such mail. */
  readonly mail: (id: number) => OutboxMail | null
  readonly clear: (what: 'crm-records' | 'outbox') => void
}

type Table = 'crm_record' | 'outbox_mail'

export function createRehearsalTable(database: Database): RehearsalTable {
  function page<Row>(table: Table, before: number | null, limit: number): readonly (Row & { readonly id: number })[] {
    return database
      .all(`SELECT id, content FROM ${table} WHERE id < ? ORDER BY id DESC LIMIT ?`, [
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      ])
      .map((row) => ({ ...JSON.parse(textAt(row, 1)), id: numberAt(row, 0) }))
  }

  return {
    insert: (rehearsed) => {
      const [table, content] =
        rehearsed.kind === 'mail' ? ['outbox_mail', rehearsed.mail] : ['crm_record', rehearsed.record]
      database.run(`INSERT INTO ${table} (content) VALUES (?)`, [toStoredText(JSON.stringify(content))])
    },
    records: (before, limit) => page<Omit<CrmRecord, 'id'>>('crm_record', before, limit),
    mails: (before, limit) =>
      page<Omit<OutboxMail, 'id'>>('outbox_mail', before, limit).map(
        ({ id, createdAt, flowName, runId, to, subject }) => ({ id, createdAt, flowName, runId, to, subject }),
      ),
    mail: (id) => {
      const row = database.get('SELECT content FROM outbox_mail WHERE id = ?', [id])
      return row === null ? null : { ...JSON.parse(textAt(row, 0)), id }
    },
    clear: (what) => void database.run(`DELETE FROM ${what === 'outbox' ? 'outbox_mail' : 'crm_record'}`),
  }
}
