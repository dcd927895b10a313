import type { FlowAction } from '@shared/flow/action'
import type { EndState, RunStep, RunSummary } from '@shared/run/run'
import type { Database } from './database'
import { readRunSummary, readStoredRun, runColumns, runWithLead } from './flow-run-rows'
import type { RehearsalTable, Rehearsed } from './rehearsal-table'
import { numberAt, numberOrNullAt } from './row-reader'
import { toStoredText } from './stored-text'

/** A run to be stored with its lead. */
export type NewRun = {
  /** As in `x-ms-workflow-run-id`. */
  readonly runId: string
  readonly flowId: string
  readonly flowName: string
  readonly isTest: boolean
  readonly startedAt: number
  readonly resubmitOf: number | null
  /** null for a flow without steps: the run has succeeded with its trigger. */
  readonly plan: {
    readonly lane: RunLane
    readonly dueAt: number /** JSON of {@link RunWork}. */
    readonly work: string
  } | null
}

/** 0: only rehearsals; 1: a step reaches another system. */
export type RunLane = 0 | 1

/** What a run goes by: the actions as they were when it began, and how far each has come. */
export type RunWork = {
  readonly actions: readonly FlowAction[]
  readonly steps: readonly RunStep[]
  readonly answered: AnsweredBy | null
}

/** The *Response* that answered the sender when the lead came; null `actionId`: the sender got a 502 without any. */
export type AnsweredBy = { readonly actionId: string | null; readonly answeredAt: number; readonly late: boolean }

export type StoredRun = { readonly summary: RunSummary; readonly work: RunWork }

export type RunChange = {
  readonly id: number
  readonly steps: readonly RunStep[]
  readonly work: RunWork
  /** null while it goes on. */
  readonly ended: { readonly state: EndState; readonly at: number } | null
  /** When to look at it again, while it goes on. */
  readonly dueAt: number
  readonly rehearsed: readonly Rehearsed[]
}

export type RunFilter = { readonly flowId: string | null; readonly state: string }

export type FlowRunTable = {
  /** Within the caller's transaction. Gives the run's id. */
  readonly insert: (run: NewRun, leadId: number | null) => number
  /** Ids given in a transaction that failed are given again. */
  readonly forget: () => void
  /** Throws what the database throws; all changes or none. */
  readonly save: (changes: readonly RunChange[]) => void
  readonly page: (filter: RunFilter, before: number | null, limit: number) => readonly RunSummary[]
  readonly summaries: (ids: readonly number[]) => readonly RunSummary[]
  readonly ofLead: (leadId: number) => readonly RunSummary[]
  /**
   * By the id that its answer names; null where there is no such run, or its lead is gone for good.
   * @param answeredAt when the id was given, in milliseconds since 1970
   */
  readonly find: (runId: string, answeredAt: number) => RunSummary | null
  /** null where there is no such run. */
  readonly get: (id: number) => StoredRun | null
  /** Runs of a lane to go on with, the longest waiting first, without those of `except`. */
  readonly due: (lane: RunLane, now: number, except: readonly number[], limit: number) => readonly StoredRun[]
  /** When the next run of a lane is due that is not of `except`; null when none waits. */
  readonly nextDue: (lane: RunLane, except: readonly number[]) => number | null
  readonly lastId: () => number
  /** Removes runs that began before the time and have ended; gives how many. */
  readonly removeOlderThan: (time: number) => number
}

const insertRun = `INSERT INTO flow_run (id, run_id, flow_id, flow_name, lead_id, is_test, state, started_at, ended_at,
  resubmit_of, lane, due_at, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const lastIdName = 'flow_run_last_id'

/** From a request's first byte to its run id, at most: the receiver gives a request half of it. */
const slowestMs = 60_000

/** Runs looked at in one step of {@link FlowRunTable.removeOlderThan}. */
const chunk = 2000

export function createFlowRunTable(database: Database, rehearsals: Pick<RehearsalTable, 'insert'>): FlowRunTable {
  // Ids are never given twice: records and mails name their runs, also those that were removed.
  const readLastId = (): number =>
    numberAt(
      database.get(
        `SELECT max((SELECT ifnull(max(id), 0) FROM flow_run), ifnull((SELECT value FROM counter WHERE name = ?), 0))`,
        [lastIdName],
      ),
      0,
    )
  let lastId = readLastId()

  function change({ id, steps, work, ended, dueAt, rehearsed }: RunChange): void {
    database.run('UPDATE flow_run SET state = ?, ended_at = ?, due_at = ?, detail = ? WHERE id = ?', [
      ended?.state ?? 'Running',
      ended?.at ?? null,
      ended === null ? dueAt : null,
      toStoredText(JSON.stringify({ ...work, steps })),
      id,
    ])
    for (const made of rehearsed) rehearsals.insert(made)
  }

  function remove(ids: readonly number[]): number {
    database.run(
      'INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      [lastIdName, lastId],
    )
    return database.run('DELETE FROM flow_run WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])
  }

  return {
    insert: (run, leadId) => {
      const { plan } = run
      lastId += 1
      database.run(insertRun, [
        lastId,
        run.runId,
        run.flowId,
        toStoredText(run.flowName),
        leadId,
        run.isTest ? 1 : 0,
        plan === null ? 'Succeeded' : 'Running',
        run.startedAt,
        plan === null ? run.startedAt : null,
        run.resubmitOf,
        plan?.lane ?? 0,
        plan?.dueAt ?? null,
        plan === null ? null : toStoredText(plan.work),
      ])
      return lastId
    },

    forget: () => {
      lastId = readLastId()
    },

    save: (changes) => {
      if (changes.length > 0) database.transaction(() => changes.forEach(change))
    },

    page: ({ flowId, state }, before, limit) =>
      database
        .all(
          `SELECT ${runColumns} FROM ${runWithLead} WHERE flow_run.id < ?${flowId === null ? '' : ' AND flow_run.flow_id = ?'}${
            state === 'all' ? '' : ' AND flow_run.state = ?'
          } ORDER BY flow_run.id DESC LIMIT ?`,
          [
            before ?? Number.MAX_SAFE_INTEGER,
            ...(flowId === null ? [] : [flowId]),
            ...(state === 'all' ? [] : [state]),
            limit,
          ],
        )
        .map(readRunSummary),

    summaries: (ids) =>
      database
        .all(
          `SELECT ${runColumns} FROM ${runWithLead} WHERE flow_run.id IN (SELECT value FROM json_each(?)) ORDER BY flow_run.id DESC`,
          [JSON.stringify(ids)],
        )
        .map(readRunSummary),

    ofLead: (leadId) =>
      database
        .all(`SELECT ${runColumns} FROM ${runWithLead} WHERE flow_run.lead_id = ? ORDER BY flow_run.id`, [leadId])
        .map(readRunSummary),

    find: (runId, answeredAt) => {
      // By the index that leads have: one by run id, which counts down, would take a tenth of the receiver's speed.
      const row = database.get(
        `SELECT ${runColumns} FROM ${runWithLead} WHERE flow_run.id =
           (SELECT flow_run.id FROM lead CROSS JOIN flow_run ON flow_run.lead_id = lead.id
            WHERE lead.received_at BETWEEN ? AND ? AND run_id = ? ORDER BY lead.received_at DESC LIMIT 1)`,
        [answeredAt - slowestMs, answeredAt + 1, runId],
      )
      return row === null ? null : readRunSummary(row)
    },

    get: (id) => {
      const row = database.get(`SELECT ${runColumns}, detail FROM ${runWithLead} WHERE flow_run.id = ?`, [id])
      return row === null ? null : readStoredRun(row)
    },

    due: (lane, now, except, limit) =>
      database
        .all(
          `SELECT ${runColumns}, detail FROM ${runWithLead} WHERE lane = ? AND due_at <= ?
           AND flow_run.id NOT IN (SELECT value FROM json_each(?)) ORDER BY due_at, flow_run.id LIMIT ?`,
          [lane, now, JSON.stringify(except), limit],
        )
        .map(readStoredRun),

    nextDue: (lane, except) => {
      const row = database.get(
        `SELECT min(due_at) FROM flow_run WHERE lane = ? AND due_at IS NOT NULL
         AND id NOT IN (SELECT value FROM json_each(?))`,
        [lane, JSON.stringify(except)],
      )
      return row === null ? null : numberOrNullAt(row, 0)
    },

    lastId: () => lastId,

    removeOlderThan: (time) => {
      let removed = 0
      let after = 0
      for (;;) {
        const rows = database.all('SELECT id, started_at, due_at FROM flow_run WHERE id > ? ORDER BY id LIMIT ?', [
          after,
          chunk,
        ])
        const old = rows.filter((row) => numberAt(row, 1) < time)
        // Ids grow with time: a stretch without an old one is followed by none.
        if (old.length === 0) return removed
        after = numberAt(rows.at(-1) ?? null, 0)
        const ids = old.filter((row) => row[2] === null).map((row) => numberAt(row, 0))
        if (ids.length > 0) removed += database.transaction(() => remove(ids))
      }
    },
  }
}
