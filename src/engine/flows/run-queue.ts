import { AppError } from '@shared/app-error'
import type { TriggerOutputs } from '@shared/template/fill-template'
import type { FlowRunTable, RunChange, RunLane, StoredRun } from '../storage/flow-run-table'
import { carryOnRun, type RunTask } from './carry-on-run'
import { cancelled, type RunProgress } from './run-progress'
import type { StepResult } from './step-result'
import { type RealAction, walkRun } from './walk-run'

export type RunQueueParts = {
  readonly runs: FlowRunTable
  /** What the tokens of a lead read; null where it was deleted. */
  readonly outputsOf: (leadId: number) => TriggerOutputs | null
  /** One attempt at a step that reaches another system. */
  readonly carryOut: (action: RealAction, outputs: TriggerOutputs, signal: AbortSignal) => Promise<StepResult>
  /** Hears of runs after they were saved. @param rehearsed whether the outbox or the CRM's list grew */
  readonly onChanged: (ids: readonly number[], rehearsed: boolean) => void
  /** Hears of every failure to save, and of the first success (null). */
  readonly onStorage: (failure: AppError | null) => void
}

export type RunQueue = {
  /** There may be something to do. */
  readonly wake: () => void
  /** Ends a run where it stands; nothing where it has ended. */
  readonly cancel: (id: number) => void
  /** Waits a little for the steps that are under way; what is not done goes on at the next start. */
  readonly close: () => Promise<void>
}

/** Rehearsed runs carried on in one transaction: more than the receiver stores in one, so that none is left behind. */
const batch = 96
/** But no longer than this, so that the receiver is not kept waiting. */
const batchMs = 10
/** Runs with real effects at once. */
const mostActive = 4
const pauseAfterFailureMs = 5000
const longestPauseMs = 60_000
const closingMs = 3000

/**
 * Carries stored runs on after their leads are durable. The database is the queue: a run is due until it has ended, so
 * a process that ends loses none, and what a step rehearses is written with the end of its step, so none happens twice.
 */
export function createRunQueue(parts: RunQueueParts): RunQueue {
  const { runs } = parts
  const active = new Map<number, RunTask>()
  let scheduled = false
  let closed = false
  /** Storing has just failed: nobody wakes the queue until the pause is over. */
  let paused = false
  let timer: NodeJS.Timeout | null = null

  function wake(): void {
    if (scheduled || closed || paused) return
    scheduled = true
    setImmediate(turn)
  }

  function turn(): void {
    scheduled = false
    if (closed || paused) return
    if (timer !== null) clearTimeout(timer)
    timer = null
    try {
      const more = rehearse()
      startReal()
      if (more) wake()
      else sleep()
    } catch (error) {
      wait(error)
    }
  }

  /** Storing fails (a full disk): nothing is lost, it is tried again. A mistake of ours stays visible as one. */
  function wait(error: unknown): void {
    if (!(error instanceof AppError)) throw error
    parts.onStorage(error)
    if (closed || paused) return
    paused = true
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      paused = false
      wake()
    }, pauseAfterFailureMs)
  }

  function sleep(): void {
    // A run with real effects that waits for a free place is due already; the end of another one wakes the queue.
    const lanes = [runs.nextDue(0, []), active.size >= mostActive ? null : runs.nextDue(1, [...active.keys()])]
    const times = lanes.filter((time) => time !== null)
    if (times.length === 0) return
    timer = setTimeout(wake, Math.min(Math.max(Math.min(...times) - Date.now(), 0), longestPauseMs))
  }

  function due(lane: RunLane, limit: number): readonly StoredRun[] {
    return limit <= 0 ? [] : runs.due(lane, Date.now(), [...active.keys()], limit)
  }

  /** Runs without real effects, whole, in one transaction. Gives whether there may be more. */
  function rehearse(): boolean {
    const found = due(0, batch)
    const until = performance.now() + batchMs
    const changes: RunChange[] = []
    for (const run of found) {
      const progress = progressOf(run)
      changes.push(progress === null ? withoutLead(run) : walkToEnd(progress))
      if (performance.now() >= until) break
    }
    save(changes)
    return found.length === batch || changes.length < found.length
  }

  function startReal(): void {
    for (const run of due(1, mostActive - active.size)) {
      const progress = progressOf(run)
      if (progress === null) {
        save([withoutLead(run)])
        continue
      }
      const task = carryOnRun(progress, {
        save,
        carryOut: parts.carryOut,
        current: runs.get,
        isClosing: () => closed,
      })
      active.set(run.summary.id, task)
      task.done
        .catch((error: unknown) => wait(error))
        .finally(() => {
          active.delete(run.summary.id)
          wake()
        })
    }
  }

  function save(changes: readonly RunChange[]): void {
    if (changes.length === 0) return
    runs.save(changes)
    parts.onStorage(null)
    parts.onChanged(
      changes.map(({ id }) => id),
      changes.some(({ rehearsed }) => rehearsed.length > 0),
    )
  }

  /** null: the lead was deleted. */
  function progressOf(run: StoredRun): RunProgress | null {
    const { leadId } = run.summary
    const outputs = leadId === null ? null : parts.outputsOf(leadId)
    return outputs === null ? null : { run, outputs, steps: run.work.steps, rehearsed: [] }
  }

  return {
    wake,
    cancel: (id) => {
      const run = runs.get(id)
      if (run === null || run.summary.state.state !== 'Running') return
      save([cancelled(run, run.work.steps, { state: 'Cancelled' })])
      active.get(id)?.stop()
    },
    close: async () => {
      closed = true
      if (timer !== null) clearTimeout(timer)
      const tasks = [...active.values()]
      const force = setTimeout(() => tasks.forEach((task) => void task.stop()), closingMs)
      await Promise.allSettled(tasks.map((task) => task.done))
      clearTimeout(force)
    },
  }
}

function withoutLead(run: StoredRun): RunChange {
  return cancelled(run, run.work.steps, { state: 'Cancelled', because: 'lead-deleted' })
}

function walkToEnd(progress: RunProgress): RunChange {
  const { id } = progress.run.summary
  const walked = walkRun(progress)
  const state = walked.kind === 'ended' ? walked.state : 'Failed'
  const { steps, rehearsed } = progress
  return { id, steps, work: progress.run.work, ended: { state, at: Date.now() }, dueAt: 0, rehearsed }
}
