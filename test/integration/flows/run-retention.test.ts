import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startTestEngine } from '../../helpers/engine'
import { httpAction, mailAction } from '../../helpers/flow-actions'
import { endedRun } from '../../helpers/flow-runs'
import { closedPort } from '../../helpers/local-servers'
import { post } from '../../helpers/post'
import { tempFolder } from '../../helpers/temp-folder'

const hour = 60 * 60 * 1000
const day = 24 * hour

// The calendar is the test's; sockets, the database and short waits are real.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: 1_800_000_000_000 }))
afterEach(() => void vi.useRealTimers())

const query = { flowId: null, state: 'all', before: null, limit: 10 } as const

it('keeps runs for 28 days, tells when they go, and never gives their ids again', async () => {
  const folder = tempFolder()
  const engine = await startTestEngine({ folder })
  await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [mailAction()] })
  await post(engine.url)
  await endedRun(engine)

  vi.advanceTimersByTime(28 * day - hour)
  expect(await engine.handlers['flow-run.page'](query)).toHaveLength(1)
  vi.advanceTimersByTime(2 * hour)
  await engine.event('flow-runs-reset')
  expect(await engine.handlers['flow-run.page'](query)).toEqual([])
  // The lead stays, and so does what the step made.
  expect((await engine.handlers['leads.facets']({})).total).toBe(1)
  expect(await engine.handlers['outbox.page']({ before: null, limit: 10 })).toMatchObject([{ runId: 1 }])
  await engine.close()

  const again = await startTestEngine({ folder })
  await post(again.url)
  expect((await endedRun(again)).summary.id).toBe(2)
})

it('does not take a run away that still waits for its next attempt', async () => {
  const folder = tempFolder()
  const first = await startTestEngine({ folder })
  const waiting = httpAction(`http://127.0.0.1:${await closedPort()}/`)
  await first.handlers['flow-actions.save']({ flowId: first.flowId, actions: [waiting] })
  await post(first.url)
  const state = async () => (await first.handlers['flow-run.get']({ id: 1 })).steps[0]?.state.state
  await expect.poll(state).toBe('Retrying')
  vi.advanceTimersByTime(29 * day)
  expect(await first.handlers['flow-run.page'](query)).toHaveLength(1)
})
