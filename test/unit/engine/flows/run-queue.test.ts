import { AppError } from '@shared/app-error'
import type { FlowAction } from '@shared/flow/action'
import type { RunDetail } from '@shared/run/run'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { planOf } from '../../../../src/engine/flows/flow-plan'
import { createRunQueue, type RunQueue, type RunQueueParts } from '../../../../src/engine/flows/run-queue'
import { failed, type StepResult, stepError, succeeded } from '../../../../src/engine/flows/step-result'
import type { Storage } from '../../../../src/engine/storage/open-storage'
import { httpAction, mailAction } from '../../../helpers/flow-actions'
import { newLead } from '../../../helpers/leads'
import { openTestStorage } from '../../../helpers/open-test-storage'

// The clock is the test's; the database and the queue's turns are real.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_800_000_000_000 }))
afterEach(() => void vi.useRealTimers())

/** Stores a lead whose run has these steps; gives the run's id. */
function storeRun(storage: Storage, actions: readonly FlowAction[], afterMs = 0): number {
  const plan = planOf(actions)
  const startedAt = Date.now()
  const run = { runId: 'x', flowId: 'f', flowName: 'F', isTest: false, startedAt, resubmitOf: null }
  const work = { lane: plan.lane, dueAt: startedAt + afterMs, work: plan.newWork(null) }
  storage.leads.insert([newLead({}, { run: { ...run, plan: work } })])
  return storage.flowRuns.lastId()
}

function startQueue(storage: Storage, parts: Partial<RunQueueParts> = {}): RunQueue {
  const queue = createRunQueue({
    runs: storage.flowRuns,
    outputsOf: () => ({ headers: [], body: { Company: 'Contoso' } }),
    carryOut: async () => succeeded({}),
    onChanged: () => {},
    onStorage: () => {},
    ...parts,
  })
  onTestFinished(() => queue.close())
  queue.wake()
  return queue
}

function stepsOf(storage: Storage, id: number): RunDetail['steps'] {
  return storage.flowRuns.get(id)?.work.steps ?? []
}

/** Waits for turns of the event loop, never for the clock. */
async function until(check: () => void): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    try {
      return check()
    } catch (error) {
      if (turn === 2000) throw error
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

const stateOf = (storage: Storage, id: number, at = 0): string | undefined => stepsOf(storage, id)[at]?.state.state
const url = 'https://contoso.com/'

describe('attempts', () => {
  it('are four, seven seconds after the first and then twice as long each time; a run that is not due is left alone', async () => {
    const storage = openTestStorage()
    const at: number[] = []
    const start = Date.now()
    const carryOut = async (): Promise<StepResult> => {
      at.push((Date.now() - start) / 1000)
      return failed(stepError('refused'), {}, { afterMs: 0 })
    }
    const id = storeRun(storage, [httpAction(url)])
    startQueue(storage, { carryOut })
    for (const seconds of [7, 14, 28]) {
      await until(() => expect(stateOf(storage, id)).toBe('Retrying'))
      const before = at.length
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
      expect(at).toHaveLength(before)
      await vi.advanceTimersByTimeAsync(1)
      await until(() => expect(at).toHaveLength(before + 1))
    }
    await until(() => expect(stateOf(storage, id)).toBe('Failed'))
    expect(at).toEqual([0, 7, 21, 49])
    expect(stepsOf(storage, id)[0]?.attempts).toBe(4)
    expect(storage.flowRuns.get(id)?.summary.state.state).toBe('Failed')
  })

  it('go on where the fourth one succeeds', async () => {
    const storage = openTestStorage()
    let attempts = 0
    const carryOut = async (): Promise<StepResult> => {
      attempts += 1
      return attempts < 4 ? failed(stepError('refused'), {}, { afterMs: 0 }) : succeeded({})
    }
    const id = storeRun(storage, [httpAction(url), mailAction()])
    startQueue(storage, { carryOut })
    for (const seconds of [7, 14, 28]) {
      await until(() => expect(stateOf(storage, id)).toBe('Retrying'))
      await vi.advanceTimersByTimeAsync(seconds * 1000)
    }
    await until(() => expect(stateOf(storage, id, 1)).toBe('Succeeded'))
    expect(stepsOf(storage, id)[0]).toMatchObject({ attempts: 4, state: { state: 'Succeeded' } })
    expect(storage.rehearsals.mails(null, 10)).toHaveLength(1)
  })
})

describe('closing', () => {
  it('waits for the step that is under way, keeps its end and begins no other; the next start goes on there', async () => {
    const storage = openTestStorage()
    const sent: string[] = []
    let answer: (result: StepResult) => void = () => {}
    const actions = [httpAction(url), httpAction(url, { id: 'second', name: 'Second' })]
    const id = storeRun(storage, actions)
    const queue = startQueue(storage, {
      carryOut: ({ name }) => {
        sent.push(name)
        return new Promise((resolve) => {
          answer = resolve
        })
      },
    })
    await until(() => expect(sent).toEqual(['HTTP']))
    const closed = queue.close()
    answer(succeeded({}))
    await closed
    expect(sent).toEqual(['HTTP'])
    expect([stateOf(storage, id), stateOf(storage, id, 1)]).toEqual(['Succeeded', 'Waiting'])

    startQueue(storage, {
      carryOut: async ({ name }) => {
        sent.push(name)
        return succeeded({})
      },
    })
    await until(() => expect(stateOf(storage, id, 1)).toBe('Succeeded'))
    expect(sent).toEqual(['HTTP', 'Second'])
  })

  it('waits three seconds at most; the next start says that the step was interrupted, and sends nothing again', async () => {
    const storage = openTestStorage()
    let attempts = 0
    const carryOut = (_action: unknown, _outputs: unknown, signal: AbortSignal): Promise<StepResult> => {
      attempts += 1
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed(stepError('reset')))))
    }
    const id = storeRun(storage, [httpAction(url)])
    const queue = startQueue(storage, { carryOut })
    await until(() => expect(stateOf(storage, id)).toBe('Running'))
    const closed = queue.close()
    await vi.advanceTimersByTimeAsync(3000)
    await closed
    expect(stateOf(storage, id)).toBe('Running')

    startQueue(storage, { carryOut })
    await until(() => expect(stateOf(storage, id)).toBe('Failed'))
    expect(stepsOf(storage, id)[0]?.state).toMatchObject({ error: { code: 'interrupted' } })
    expect(attempts).toBe(1)
  })
})

describe('a lead that is deleted', () => {
  it('ends its run: the step under way keeps its end, what had not begun is cancelled and says why', async () => {
    const storage = openTestStorage()
    const sent: string[] = []
    let answer: (result: StepResult) => void = () => {}
    const id = storeRun(storage, [httpAction(url), httpAction(url, { id: 'second', name: 'Second' }), mailAction()])
    startQueue(storage, {
      carryOut: ({ name }) => {
        sent.push(name)
        return new Promise((resolve) => {
          answer = resolve
        })
      },
    })
    await until(() => expect(sent).toEqual(['HTTP']))
    storage.leads.delete({ ids: [1] }, 'a')
    answer(succeeded({}))
    await until(() => expect(storage.flowRuns.get(id)?.summary.state.state).toBe('Cancelled'))
    expect(stateOf(storage, id)).toBe('Succeeded')
    const cancelled = { state: 'Cancelled', because: 'lead-deleted' }
    expect(stepsOf(storage, id).map(({ state }) => state)).toEqual([expect.anything(), cancelled, cancelled])
    storage.leads.restore('a')
    expect(storage.rehearsals.mails(null, 10)).toEqual([])
    expect(sent).toEqual(['HTTP'])
  })

  it.each([
    ['a rehearsal', mailAction()],
    ['a step that reaches out', httpAction(url)],
  ])('cancels a run that is due later, %s', async (_, action) => {
    const storage = openTestStorage()
    const id = storeRun(storage, [action], 1000)
    startQueue(storage)
    storage.leads.delete({ ids: [1] }, 'a')
    await vi.advanceTimersByTimeAsync(1000)
    await until(() => expect(stepsOf(storage, id)[0]?.state).toEqual({ state: 'Cancelled', because: 'lead-deleted' }))
  })

  it('for good, while a step is under way, leaves nothing of that step', async () => {
    const storage = openTestStorage()
    let answer: (result: StepResult) => void = () => {}
    const id = storeRun(storage, [httpAction(url), mailAction()])
    const queue = startQueue(storage, {
      carryOut: () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    await until(() => expect(stateOf(storage, id)).toBe('Running'))
    storage.leads.removeOlderThan(Number.MAX_SAFE_INTEGER)
    answer(succeeded({ outputs: [{ name: 'body', value: 'Contoso' }] }))
    await queue.close()
    expect(storage.flowRuns.get(id)).toMatchObject({ summary: { state: { state: 'Cancelled' } }, work: { steps: [] } })
    expect(storage.rehearsals.mails(null, 10)).toEqual([])
  })
})

describe('lanes', () => {
  it('a rehearsal that is due later does not wait for other systems that are slow', async () => {
    const storage = openTestStorage()
    for (let run = 0; run < 5; run += 1) storeRun(storage, [httpAction(url)])
    const id = storeRun(storage, [mailAction()], 1000)
    const queue = startQueue(storage, {
      carryOut: (_action, _outputs, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed(stepError('reset'))))),
    })
    await until(() => expect(stateOf(storage, 4)).toBe('Running'))
    expect(stateOf(storage, 5)).toBe('Waiting')
    await vi.advanceTimersByTimeAsync(1000)
    await until(() => expect(stateOf(storage, id)).toBe('Succeeded'))
    for (let run = 1; run <= 4; run += 1) expect(stateOf(storage, run)).toBe('Running')
    for (const run of [5, 4, 3, 2, 1]) queue.cancel(run)
  })
})

describe('a disk that is full', () => {
  it('is asked again after a pause, not over and over; then the run goes on', async () => {
    const storage = openTestStorage()
    let isFull = true
    let saves = 0
    const told: (string | null)[] = []
    const id = storeRun(storage, [httpAction(url)])
    startQueue(storage, {
      runs: {
        ...storage.flowRuns,
        save: (changes) => {
          saves += 1
          if (isFull) throw new AppError('disk-full')
          storage.flowRuns.save(changes)
        },
      },
      onStorage: (failure) => void told.push(failure?.code ?? null),
    })
    await until(() => expect(saves).toBeGreaterThan(0))
    // Many turns of the loop, and not one more attempt to store.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    expect(saves).toBe(1)
    expect(told).toEqual(['disk-full'])
    isFull = false
    await vi.advanceTimersByTimeAsync(5000)
    await until(() => expect(stateOf(storage, id)).toBe('Succeeded'))
    expect(told.at(-1)).toBeNull()
  })
})

describe('a run that cannot be carried out', () => {
  it('fails alone: those behind it go on', async () => {
    const storage = openTestStorage()
    const hostile = storeRun(storage, [mailAction({ body: '@{triggerBody()}'.repeat(40) })])
    const next = storeRun(storage, [mailAction()])
    startQueue(storage, {
      outputsOf: (leadId) => ({ headers: [], body: leadId === 1 ? 'x'.repeat(20_000_000) : {} }),
    })
    await until(() => expect(stateOf(storage, next)).toBe('Succeeded'))
    expect(stepsOf(storage, hostile)[0]?.state).toMatchObject({ state: 'Failed', error: { code: 'text-too-long' } })
    expect(storage.flowRuns.get(hostile)?.summary.state.state).toBe('Failed')
  })
})
