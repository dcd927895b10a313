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
  /** Newest first, with ids below `before`. What came of a deleted lead is hidden, until the lead is brought back or gone. */
  readonly records: (before: number | null, limit: number) => readonly CrmRecord[]
  readonly mails: (before: number | null, limit: number) => readonly OutboxMailSummary[]
  /** null where there is no such mail. */
  readonly mail: (id: number) => OutboxMail | null
  readonly clear: (what: 'crm-records' | 'outbox') => void
}

// The lead is there: what is removed for good takes its mails and records along.
const isShown = 'NOT EXISTS (SELECT 1 FROM lead WHERE lead.id = lead_id AND deleted IS NOT NULL)'

type Table = 'crm_record' | 'outbox_mail'

export function createRehearsalTable(database: Database): RehearsalTable {
  function page<Row>(table: Table, before: number | null, limit: number): readonly (Row & { readonly id: number })[] {
    return database
      .all(`SELECT id, content FROM ${table} WHERE id < ? AND ${isShown} ORDER BY id DESC LIMIT ?`, [
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      ])
      .map((row) => ({ ...JSON.parse(textAt(row, 1)), id: numberAt(row, 0) }))
  }

  return {
    insert: (rehearsed) => {
      const [table, content] =
        rehearsed.kind === 'mail' ? ['outbox_mail', rehearsed.mail] : ['crm_record', rehearsed.record]
      database.run(`INSERT INTO ${table} (lead_id, content) SELECT lead_id, ? FROM flow_run WHERE id = ?`, [
        toStoredText(JSON.stringify(content)),
        content.runId,
      ])
    },
    records: (before, limit) => page<Omit<CrmRecord, 'id'>>('crm_record', before, limit),
    mails: (before, limit) =>
      page<Omit<OutboxMail, 'id'>>('outbox_mail', before, limit).map(
        ({ id, createdAt, flowName, runId, to, subject }) => ({ id, createdAt, flowName, runId, to, subject }),
      ),
    mail: (id) => {
      const row = database.get(`SELECT content FROM outbox_mail WHERE id = ? AND ${isShown}`, [id])
      return row === null ? null : { ...JSON.parse(textAt(row, 0)), id }
    },
    clear: (what) => void database.run(`DELETE FROM ${what === 'outbox' ? 'outbox_mail' : 'crm_record'}`),
  }
}
