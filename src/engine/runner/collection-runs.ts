import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { CollectionRun, RunOptions, RunResult, RunState } from '@shared/runner/collection-run'
import type { DynamicValue } from '@shared/variables/resolve-text'
import type { Sender } from '../sender/sender'
import type { CollectionRunTable } from '../storage/collection-run-table'
import { createRunPreparer, mentionsDynamic, type RunVariables } from './prepare-run'
import { runCollection } from './run-collection'
import { createRequestRunner } from './run-request'
import { createRunStatistics, noCounts } from './run-statistics'
import type { RunnableRequest } from './runnable-request'

export type CollectionRunsParts = {
  readonly table: CollectionRunTable
  readonly publish: (event: EngineEvent) => void
  /** Each run has a sender of its own, so that its connections end with it. */
  readonly createSender: () => Sender
  /** Loaded for runs that mention a dynamic variable. */
  readonly loadDynamicValues: () => Promise<DynamicValue>
}

export type NewRun = {
  readonly name: string
  readonly requests: readonly RunnableRequest[]
  readonly options: RunOptions
  readonly environmentName: string | null
  readonly variables: Omit<RunVariables, 'dynamic'>
}

/** The runs of this engine: started, watched and stopped. Runs that a crash left running are marked `interrupted`. */
export type CollectionRuns = {
  /** Gives the run as it begins; what follows is published at most five times a second. */
  readonly start: (order: NewRun) => CollectionRun
  /** Does nothing to a run that has ended. */
  readonly stop: (id: number) => void
  /** Stops the run where it still goes on. */
  readonly delete: (id: number) => Promise<void>
  /** Interrupts what runs and waits for it. */
  readonly close: () => Promise<void>
}

/** So often results are written and progress is published. */
const writeIntervalMs = 200
/** Results that wait for it at most: their number does not grow with the speed of a run. */
const waitingResults = 2000
const deletedAtOnce = 2000
/** Older runs go when a new one ends: their results could fill the disk. */
const keptRuns = 50

type RunningRun = { readonly stop: (asState: 'stopped' | 'interrupted') => void; readonly ended: Promise<void> }

export function createCollectionRuns(parts: CollectionRunsParts): CollectionRuns {
  const { table, publish } = parts
  const running = new Map<number, RunningRun>()
  let closing = false
  table.markInterrupted()

  function start(order: NewRun): CollectionRun {
    const first = table.insert({
      name: order.name,
      startedAt: Date.now(),
      options: order.options,
      environmentName: order.environmentName,
      dataName: order.variables.data?.name ?? null,
      total: order.requests.length * order.options.iterations,
      ...noCounts,
      state: { state: 'running' },
    })
    publish({ type: 'collection-run-changed', run: first })
    const abort = new AbortController()
    let stoppedAs: 'stopped' | 'interrupted' = 'stopped'
    const ended = carryOut(order, first, abort, () => stoppedAs)
      .finally(() => running.delete(first.id))
      .then(removeOld)
    running.set(first.id, {
      stop: (asState) => {
        stoppedAs = asState
        abort.abort()
      },
      ended,
    })
    return first
  }

  /** Never rejects: whatever ends the run is in its state. */
  async function carryOut(
    order: NewRun,
    first: CollectionRun,
    abort: AbortController,
    stoppedAs: () => 'stopped' | 'interrupted',
  ): Promise<void> {
    const statistics = createRunStatistics()
    let waiting: RunResult[] = []
    let writing: NodeJS.Timeout | null = null
    let failure: unknown = null

    function write(state: RunState): void {
      if (writing !== null) clearTimeout(writing)
      writing = null
      const results = waiting
      waiting = []
      const run: CollectionRun = { ...first, ...statistics.read(), state }
      table.save(run, results)
      publish({ type: 'collection-run-changed', run })
    }

    /** From a timer, where nobody would catch it. */
    function writeOrStop(): void {
      try {
        write({ state: 'running' })
      } catch (error) {
        failure = error
        abort.abort()
      }
    }

    function onResult(result: RunResult): void {
      statistics.add(result)
      waiting.push(result)
      if (waiting.length >= waitingResults) write({ state: 'running' })
      else writing ??= setTimeout(writeOrStop, writeIntervalMs)
    }

    const sender = parts.createSender()
    try {
      const dynamic = mentionsDynamic(order.requests, order.variables)
        ? await parts.loadDynamicValues()
        : noDynamicValues
      const prepare = createRunPreparer({ ...order.variables, dynamic })
      const end = await runCollection({
        requests: order.requests,
        options: order.options,
        runRequest: createRequestRunner(prepare, sender.send),
        signal: abort.signal,
        onResult,
      })
      if (failure !== null) throw failure
      write({ state: end === 'stopped' ? stoppedAs() : end, endedAt: Date.now() })
    } catch (error) {
      endWithError(error, write, { ...first, ...statistics.read() })
    } finally {
      if (writing !== null) clearTimeout(writing)
      sender.close()
    }
  }

  /** Never rejects: what a failing disk leaves behind goes with the next run. */
  async function removeOld(): Promise<void> {
    try {
      for (const id of table.olderThanNewest(keptRuns)) {
        if (!running.has(id)) await remove(id)
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }

  async function remove(id: number): Promise<void> {
    while (!closing && table.deleteSome(id, deletedAtOnce)) await nextTurn()
  }

  /** A full disk can refuse the last word as well: the window hears it all the same, the next start says `interrupted`. */
  function endWithError(error: unknown, write: (state: RunState) => void, run: CollectionRun): void {
    const state: RunState = { state: 'could-not-run', endedAt: Date.now(), error: toErrorData(error) }
    try {
      write(state)
    } catch {
      publish({ type: 'collection-run-changed', run: { ...run, state } })
    }
  }

  return {
    start,
    stop: (id) => running.get(id)?.stop('stopped'),
    async delete(id) {
      const run = running.get(id)
      run?.stop('stopped')
      await run?.ended
      await remove(id)
    },
    async close() {
      closing = true
      for (const run of running.values()) run.stop('interrupted')
      await Promise.all([...running.values()].map((run) => run.ended))
    },
  }
}

const noDynamicValues: DynamicValue = () => null
