import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleChild, removeBundle, startChild } from '../../helpers/child-script'
import { startTestEngine } from '../../helpers/engine'
import { httpServer } from '../../helpers/local-servers'
import { tempFolder } from '../../helpers/temp-folder'

// Forty rounds, side by side in four folders.
const folders = 4
const rounds = 10

describe('a process that is killed while flows run', () => {
  let script: string

  beforeAll(async () => {
    script = await bundleChild('run-flows.ts')
  })

  afterAll(() => removeBundle(script))

  it('loses no run, repeats no rehearsal and sends nothing twice, forty times over', { timeout: 120_000 }, async () => {
    await Promise.all(Array.from({ length: folders }, () => killOver(script)))
  })
})

/** Kills a process over and over that works in one folder, then looks at what is left there. */
async function killOver(script: string): Promise<void> {
  const folder = tempFolder()
  const server = await httpServer((_request, response) => response.end())
  let answered = 0
  for (let round = 1; round <= rounds; round += 1) {
    const child = startChild(script, [folder, String(round), server.url])
    for (let lead = 0; lead < round; lead += 1) {
      expect(await child.nextLine()).toBe('202')
      answered += 1
    }
    child.process.kill('SIGKILL')
    await once(child.process, 'exit')
    answered += (await child.remainingLines()).length
  }

  const engine = await startTestEngine({ folder })
  const { handlers } = engine
  const page = async (state: 'Running' | 'all') =>
    await handlers['flow-run.page']({ flowId: null, state, before: null, limit: 500 })
  await expect.poll(async () => (await page('Running')).length, { timeout: 30_000 }).toBe(0)
  const runs = await page('all')
  const { total } = await handlers['leads.facets']({})
  expect(total).toBeGreaterThanOrEqual(answered)
  expect(runs).toHaveLength(total)
  expect(new Set(runs.map(({ leadId }) => leadId)).size).toBe(total)

  const ids = runs.map(({ id }) => id)
  const records = await handlers['crm-record.page']({ before: null, limit: 500 })
  const mails = await handlers['outbox.page']({ before: null, limit: 500 })
  expect(records.map(({ runId }) => runId).sort(ascending)).toEqual(ids.toSorted(ascending))
  expect(mails.map(({ runId }) => runId).sort(ascending)).toEqual(ids.toSorted(ascending))

  // What reached the other system did so once; a step whose end is not known says so.
  const sent = server.seen.map(({ body }) => body.toString())
  expect(new Set(sent).size).toBe(sent.length)
  const details = await Promise.all(ids.map((id) => handlers['flow-run.get']({ id })))
  const ends = details.map(({ steps }) => steps[2]?.state)
  const succeeded = ends.filter((state) => state?.state === 'Succeeded').length
  const interrupted = ends.filter((state) => state?.state === 'Failed' && state.error.code === 'interrupted').length
  expect(succeeded + interrupted).toBe(total)
  expect(sent.length).toBeGreaterThanOrEqual(succeeded)
  expect(sent.length).toBeLessThanOrEqual(total)
}

const ascending = (one: number, other: number): number => one - other
