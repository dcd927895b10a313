import type { EndState, RunSummary } from '@shared/run/run'
import type { RunWork, StoredRun } from './flow-run-table'
import { numberAt, numberOrNullAt, textAt, textOrNullAt, wordAt } from './row-reader'
import type { SqlRow } from './sql-value'

/** What {@link readRunSummary} reads, in its order. */
export const runColumns = `flow_run.id, run_id, flow_run.flow_id, flow_name, lead.id, flow_run.is_test, flow_run.state, started_at,
  ended_at, resubmit_of`
/** A lead that was deleted is none any more, also while it could still be brought back. */
export const runWithLead = 'flow_run LEFT JOIN lead ON lead.id = flow_run.lead_id AND lead.deleted IS NULL'

/** A row of {@link runColumns}. */
export function readRunSummary(row: SqlRow): RunSummary {
  const endedAt = numberOrNullAt(row, 8)
  return {
    id: numberAt(row, 0),
    runId: wordAt(row, 1),
    flowId: wordAt(row, 2),
    flowName: textAt(row, 3),
    leadId: numberOrNullAt(row, 4),
    isTest: numberAt(row, 5) === 1,
    startedAt: numberAt(row, 7),
    state: endedAt === null ? { state: 'Running' } : { state: endState(wordAt(row, 6)), endedAt },
    resubmitOf: numberOrNullAt(row, 9),
  }
}

/** A row of {@link runColumns} and `detail`. @throws SyntaxError when the detail is damaged */
export function readStoredRun(row: SqlRow): StoredRun {
  const detail = textOrNullAt(row, 10)
  return { summary: readRunSummary(row), work: detail === null ? noWork : JSON.parse(detail) }
}

const noWork: RunWork = { actions: [], steps: [], answered: null }

function endState(word: string): EndState {
  switch (word) {
    case 'Succeeded':
    case 'Failed':
    case 'Skipped':
    case 'Cancelled':
    case 'TimedOut':
      return word
    default:
      throw new Error(`The database holds a run in the state ${word}.`)
  }
}
