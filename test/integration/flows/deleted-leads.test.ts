import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultSettings } from '@shared/settings'
import { describe, expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { httpAction, mailAction, recordAction } from '../../helpers/flow-actions'
import { endedRun } from '../../helpers/flow-runs'
import { closedPort } from '../../helpers/local-servers'
import { post, sampleLead } from '../../helpers/post'
import { tempFolder } from '../../helpers/temp-folder'

const zebediah = sampleLead.replace(/"FirstName": *"[^"]*"/, '"FirstName": "Zebediah"')
const firstPage = { before: null, limit: 10 }

async function withTraces(folder = tempFolder()): Promise<RunningEngine> {
  const engine = await startTestEngine({ folder })
  await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [mailAction(), recordAction()] })
  await post(engine.url, zebediah)
  await endedRun(engine)
  return engine
}

async function tracesOf({ handlers }: RunningEngine) {
  const [mails, records, run] = await Promise.all([
    handlers['outbox.page'](firstPage),
    handlers['crm-record.page'](firstPage),
    handlers['flow-run.get']({ id: 1 }),
  ])
  return { mails: mails.length, records: records.length, steps: run.steps.length }
}

describe('what runs keep of a deleted lead', () => {
  it('is hidden at once and comes back with the lead', async () => {
    const engine = await withTraces()
    const whole = { mails: 1, records: 1, steps: 2 }
    expect(await tracesOf(engine)).toEqual(whole)
    const { undoToken } = await engine.handlers['leads.delete']({ selection: { ids: [1] } })
    expect(await tracesOf(engine)).toEqual({ mails: 0, records: 0, steps: 0 })
    await expect((async () => engine.handlers['outbox.get']({ id: 1 }))()).rejects.toThrow('bad-input')
    await engine.event('flow-runs-reset')
    await engine.handlers['leads.restore']({ undoToken })
    expect(await tracesOf(engine)).toEqual(whole)
    expect(await engine.handlers['outbox.get']({ id: 1 })).toMatchObject({ runId: 1 })
  })

  it('is gone from the files once the deletion is final; the run stays with its state and times', async () => {
    const folder = tempFolder()
    const engine = await withTraces(folder)
    const before = (await engine.handlers['flow-run.get']({ id: 1 })).summary
    await engine.handlers['leads.delete']({ selection: { ids: [1] } })
    await engine.close()
    const again = await startTestEngine({ folder })
    expect(await tracesOf(again)).toEqual({ mails: 0, records: 0, steps: 0 })
    expect((await again.handlers['flow-run.get']({ id: 1 })).summary).toEqual({ ...before, leadId: null })
    await again.close()
    for (const file of readdirSync(folder).filter((name) => name.startsWith('lead-inspector.db'))) {
      expect(readFileSync(join(folder, file)).toString('latin1')).not.toContain('Zebediah')
    }
  })

  it('goes when the leads are kept no longer; what came of a pinned one stays', async () => {
    const engine = await withTraces()
    await post(engine.url, zebediah)
    await endedRun(engine, 1)
    await engine.handlers['leads.mark']({ selection: { ids: [2] }, pinned: true })
    const { handlers } = engine
    // Everything is older than a limit that lies ahead.
    await engine.changeSettings({ ...defaultSettings.engine, port: 0, retentionDays: -1 })
    await engine.event('rehearsal-changed')
    expect(await handlers['outbox.page'](firstPage)).toMatchObject([{ runId: 2 }])
    expect(await handlers['crm-record.page'](firstPage)).toMatchObject([{ runId: 2 }])
    expect((await handlers['flow-run.get']({ id: 1 })).steps).toEqual([])
    expect((await handlers['flow-run.get']({ id: 2 })).steps).toHaveLength(2)
  })
})

describe('a run that still waits when its lead is deleted', () => {
  async function waitingRun(folder?: string): Promise<RunningEngine> {
    const engine = await startTestEngine(folder === undefined ? {} : { folder })
    const step = httpAction(`http://127.0.0.1:${await closedPort()}/`)
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [step, mailAction()] })
    await post(engine.url)
    const state = async () => (await engine.handlers['flow-run.get']({ id: 1 })).steps[0]?.state.state
    await expect.poll(state).toBe('Retrying')
    return engine
  }

  it('is cancelled when the deletion becomes final', async () => {
    const folder = tempFolder()
    const engine = await waitingRun(folder)
    await engine.handlers['leads.delete']({ selection: { ids: [1] } })
    await engine.close()
    const again = await startTestEngine({ folder })
    expect((await again.handlers['flow-run.get']({ id: 1 })).summary).toMatchObject({
      leadId: null,
      state: { state: 'Cancelled', endedAt: expect.any(Number) },
    })
  })
})
