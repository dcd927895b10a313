import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { everyLead } from '@shared/lead/lead-query'
import { sampleIds } from '@shared/lead/sample-id'
import { describe, expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { post, sampleLead } from '../../helpers/post'
import { smallDisk } from '../../helpers/small-disk'

async function newest(engine: RunningEngine) {
  const page = await engine.handlers['leads.page']({ query: everyLead, from: null, until: null, limit: 1 })
  const summary = page[0]
  if (!summary) throw new Error('no lead was stored')
  return engine.handlers['leads.get']({ id: summary.id })
}

describe('a lead', () => {
  it('is stored, answered as the trigger answers, and told to the window', async () => {
    const engine = await startTestEngine()
    const answer = await post(engine.url)
    expect(answer.status).toBe(202)
    expect(answer.body).toBe('')
    expect(answer.headers['x-ms-workflow-run-id']).toMatch(/^\d{29}CU\d{2,3}$/)
    expect(answer.headers['x-ms-workflow-id']).toBe(engine.flowId)

    const event = await engine.event('leads-stored')
    expect(event.leads[0]).toMatchObject({ firstName: 'Some', company: 'Contoso', verdict: 'matches', unread: true })
    const facets = await engine.event('facets-changed')
    expect(facets.facets).toMatchObject({ total: 1, unread: 1 })
    expect(facets.today).toEqual({ leads: 1, notValid: 0 })

    const lead = await newest(engine)
    expect(Buffer.from(lead.request.body).toString()).toBe(sampleLead)
    expect(lead.answer.status).toBe(202)
    expect(lead.bodyText).toBe(sampleLead)
  })

  it('keeps a compressed body as received and shows its text', async () => {
    const engine = await startTestEngine()
    const packed = gzipSync(sampleLead)
    expect((await post(engine.url, packed, { 'Content-Encoding': 'gzip' })).status).toBe(202)
    const lead = await newest(engine)
    expect(Buffer.from(lead.request.body).equals(packed)).toBe(true)
    expect(lead.bodyText).toBe(sampleLead)
    expect(lead.summary.firstName).toBe('Some')
  })

  it('is marked as a duplicate of the earliest with the same content, whatever the case of its keys', async () => {
    const engine = await startTestEngine()
    await post(engine.url)
    const first = await newest(engine)
    await post(engine.url, sampleLead.replace('UserDetails', 'userDetails'))
    const second = await newest(engine)
    expect(second.summary.duplicateOf).toEqual({ id: first.summary.id, receivedAt: first.summary.receivedAt })
    expect(second.summary.verdict).toBe('matches-with-warnings')
    expect(second.findings.map((finding) => finding.code)).toContain('key-case-differs')
  })

  it('survives a restart, with the same flow URL', async () => {
    const engine = await startTestEngine()
    await post(engine.url)
    await engine.close()
    const again = await startTestEngine({ folder: engine.folder })
    expect(new URL(again.url).search).toBe(new URL(engine.url).search)
    expect((await newest(again)).summary.firstName).toBe('Some')
  })
})

describe('schema validation', () => {
  const wrong = sampleLead.replace('"Some"', 'null')

  it('off: 202, and the lead says that it does not match', async () => {
    const engine = await startTestEngine()
    expect((await post(engine.url, wrong)).status).toBe(202)
    const lead = await newest(engine)
    expect(lead.summary.verdict).toBe('does-not-match')
    expect(lead.findings).toContainEqual(
      expect.objectContaining({
        code: 'schema-mismatch',
        pointer: '/UserDetails/FirstName',
        field: 'firstName',
        message: 'Invalid type. Expected String but got Null.',
      }),
    )
  })

  it('on: 400 with the wording of the trigger, and the lead is stored all the same', async () => {
    const engine = await startTestEngine()
    await engine.handlers['flow.change']({ id: engine.flowId, changes: { schemaValidation: true } })
    const answer = await post(engine.url, wrong)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body).error).toMatchObject({
      code: 'TriggerInputSchemaMismatch',
      message: expect.stringContaining("Error details: 'Invalid type. Expected String but got Null.'"),
    })
    expect(answer.headers['x-ms-workflow-run-id']).toBeUndefined()
    expect((await newest(engine)).summary).toMatchObject({ verdict: 'does-not-match', status: 400 })
  })

  it('does not wait for a schema with an endless pattern', async () => {
    const engine = await startTestEngine()
    const slow = JSON.stringify({ properties: { LeadSource: { pattern: '^(a+)+$' } } })
    await engine.handlers['flow.change']({ id: engine.flowId, changes: { schemaText: slow } })
    const body = JSON.stringify({ LeadSource: `${'a'.repeat(40)}!` })
    const answers = await Promise.all([post(engine.url, body), post(engine.url, sampleLead.replace('Azure', 'x'))])
    expect(answers.map((answer) => answer.status)).toEqual([202, 202])
    const { leads } = await engine.event('leads-stored', (event) => event.count > 0)
    expect(leads.length).toBeGreaterThan(0)
  })

  it('refuses a schema that is not JSON and keeps the old one', async () => {
    const engine = await startTestEngine()
    const change = async () =>
      engine.handlers['flow.change']({ id: engine.flowId, changes: { schemaText: '{"type":' } })
    await expect(change()).rejects.toMatchObject({ code: 'schema-not-json' })
    expect((await post(engine.url)).status).toBe(202)
  })
})

describe('requests that the flow does not take', () => {
  const cases: readonly (readonly [string, (url: string) => string, number, string, string])[] = [
    [
      'the URL cut before sig',
      (url) => url.replace(/&sig=.*/, ''),
      401,
      'DirectApiAuthorizationRequired',
      'sig-missing',
    ],
    ['a sig that is cut', (url) => url.slice(0, -10), 401, 'AuthorizationFailed', 'sig-cut'],
    [
      '&amp; left in',
      (url) => url.replaceAll('&', '&amp;'),
      401,
      'DirectApiAuthorizationRequired',
      'ampersand-escaped',
    ],
    [
      'no api-version',
      (url) => url.replace(/api-version=[^&]*&/, ''),
      400,
      'MissingApiVersionParameter',
      'api-version-missing',
    ],
    [
      'an unknown workflow',
      (url) => url.replace(/workflows\/[0-9a-f]{32}/, `workflows/${'0'.repeat(32)}`),
      404,
      'WorkflowNotFound',
      'workflow-unknown',
    ],
    ['another path', (url) => new URL('/.env', url).href, 404, '', 'not-a-flow-url'],
  ]

  it.each(cases)('%s', async (_name, damage, status, code, diagnosis) => {
    const engine = await startTestEngine()
    const answer = await post(damage(engine.url))
    expect(answer.status).toBe(status)
    if (code) expect(JSON.parse(answer.body).error.code).toBe(code)
    const lead = await newest(engine)
    expect(lead.diagnosis?.code).toBe(diagnosis)
    // What was in the request is still shown.
    expect(lead.summary).toMatchObject({ verdict: 'unmatched', firstName: 'Some', status })
  })

  it('a flow that is off, and one for the tenant only', async () => {
    const engine = await startTestEngine()
    await engine.handlers['flow.change']({ id: engine.flowId, changes: { state: 'disabled' } })
    const off = await post(engine.url)
    expect(off.status).toBe(400)
    expect(JSON.parse(off.body).error.code).toBe('WorkflowTriggerIsNotEnabled')
    expect((await newest(engine)).diagnosis?.code).toBe('flow-off')

    await engine.handlers['flow.change']({
      id: engine.flowId,
      changes: { state: 'started', triggeredBy: 'tenant' },
    })
    const tenant = await post(engine.flowUrl() ?? '')
    expect(tenant.status).toBe(401)
    expect((await newest(engine)).diagnosis?.code).toBe('tenant-only')
  })

  it('a URL from before the signature was made anew', async () => {
    const engine = await startTestEngine()
    await engine.handlers['flow.regenerate-signature']({ id: engine.flowId })
    expect((await post(engine.url)).status).toBe(401)
    expect((await newest(engine)).diagnosis?.code).toBe('sig-old')
    expect((await post(engine.flowUrl() ?? '')).status).toBe(202)
  })

  it('keeps only the beginning of a large body of theirs', async () => {
    const engine = await startTestEngine()
    await post(new URL('/scan', engine.url).href, Buffer.alloc(300_000, 'x'), { 'Content-Type': 'text/plain' })
    const { request } = await newest(engine)
    expect(request).toMatchObject({ bodySize: 300_000, bodyCut: true })
    expect(request.body.length).toBe(65_536)
  })

  it('keeps the newest of them only', async () => {
    const engine = await startTestEngine({ settings: { unmatchedKept: 3 } })
    for (let number = 0; number < 6; number++) await post(new URL(`/scan-${number}`, engine.url).href)
    await engine.event('facets-changed', (event) => event.facets.total === 3)
    const index = await engine.handlers['leads.index']({ query: everyLead })
    expect(index.total).toBe(3)
    expect((await newest(engine)).request.target).toBe('/scan-5')
  })

  it('are brought down to the limit at the start, too', async () => {
    const first = await startTestEngine()
    for (let number = 0; number < 5; number++) await post(new URL(`/scan-${number}`, first.url).href)
    await first.close()
    const second = await startTestEngine({ folder: first.folder, settings: { unmatchedKept: 3 } })
    expect((await second.handlers['leads.index']({ query: everyLead })).total).toBe(3)
  })

  it('are refused while the disk is full, also when older ones should go', async (context) => {
    const disk = smallDisk(6 * 1024 * 1024)
    if ('reason' in disk) return context.skip(disk.reason)
    const engine = await startTestEngine({ folder: disk.folder, settings: { unmatchedKept: 100 } })
    for (let number = 0; number < 100; number++) await post(new URL(`/scan-${number}`, engine.url).href)
    const { bavail, bsize } = statfsSync(disk.folder)
    writeFileSync(join(disk.folder, 'ballast'), Buffer.alloc(bavail * bsize - 100_000))
    let status = 404
    for (let number = 0; status === 404; number++) {
      status = (await post(new URL(`/more-${number}`, engine.url).href)).status
    }
    expect(status).toBe(503)
    expect((await engine.event('storage-changed')).storage).toEqual({ state: 'disk-full' })
    // Removing is tried once a second and needs room too: its failure must end nothing.
    const full = performance.now()
    await expect
      .poll(async () => [(await post(engine.url)).status, performance.now() - full > 1500], { timeout: 4000 })
      .toEqual([503, true])
    rmSync(join(disk.folder, 'ballast'))
    expect((await post(new URL('/at-last', engine.url).href)).status).toBe(404)
    await engine.event('facets-changed', (event) => event.facets.total === 100)
  })
})

describe('samples', () => {
  it.each(sampleIds)('%s goes over a real connection', async (sampleId) => {
    const engine = await startTestEngine()
    const outcome = await engine.handlers['sample.send']({ flowId: engine.flowId, sampleId })
    expect(outcome.status).toBe(sampleId === 'broken-json' ? 400 : 202)
    expect((await newest(engine)).summary.status).toBe(outcome.status)
  })

  it('says so when the receiver is stopped', async () => {
    const engine = await startTestEngine()
    await engine.handlers['receiver.stop']({})
    const send = async () => engine.handlers['sample.send']({ flowId: engine.flowId, sampleId: 'article' })
    await expect(send()).rejects.toMatchObject({ code: 'receiver-not-listening' })
    await engine.handlers['receiver.start']({})
    expect((await send()).status).toBe(202)
  })
})

describe('export', () => {
  it('writes the chosen file whole and without secrets, with progress', async () => {
    const engine = await startTestEngine()
    for (let number = 0; number < 5; number++) await post(engine.url)
    const path = join(engine.folder, 'leads.jsonl')
    engine.grantFile('token', path)
    const { jobId } = await engine.handlers['leads.export']({
      selection: { query: everyLead },
      format: 'jsonl',
      fileToken: 'token',
    })
    const ended = await engine.event('job-ended', (event) => event.jobId === jobId)
    expect(ended.outcome).toEqual({ state: 'succeeded', count: 5 })
    const text = readFileSync(path, 'utf8')
    expect(text.trim().split('\n')).toHaveLength(5)
    expect(text).not.toContain(new URL(engine.url).searchParams.get('sig'))
  })

  it('writes all of a body that is longer than what the window shows', async () => {
    const engine = await startTestEngine()
    const long = sampleLead.replace('Test run', 'x'.repeat(1_500_000))
    await post(engine.url, long)
    const path = join(engine.folder, 'leads.jsonl')
    engine.grantFile('token', path)
    await engine.handlers['leads.export']({ selection: { query: everyLead }, format: 'jsonl', fileToken: 'token' })
    await engine.event('job-ended')
    expect(JSON.parse(readFileSync(path, 'utf8')).lead).toEqual(JSON.parse(long))
  })

  it('can be cancelled, and leaves no file behind, not even a half one', async () => {
    const engine = await startTestEngine()
    for (let number = 0; number < 5; number++) await post(engine.url)
    const path = join(engine.folder, 'cancelled.csv')
    engine.grantFile('token', path)
    const { jobId } = await engine.handlers['leads.export']({
      selection: { query: everyLead },
      format: 'csv',
      fileToken: 'token',
    })
    await engine.handlers['job.cancel']({ jobId })
    const ended = await engine.event('job-ended', (event) => event.jobId === jobId)
    expect(ended.outcome).toEqual({ state: 'cancelled' })
    expect(readdirSync(engine.folder).filter((name) => name.startsWith('cancelled'))).toEqual([])
  })

  it('refuses a file that the user did not choose', async () => {
    const engine = await startTestEngine()
    const write = async () =>
      engine.handlers['leads.export']({ selection: { query: everyLead }, format: 'csv', fileToken: 'guess' })
    await expect(write()).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})

describe('deleting', () => {
  it('can be undone', async () => {
    const engine = await startTestEngine()
    await post(engine.url)
    const { summary } = await newest(engine)
    const { undoToken } = await engine.handlers['leads.delete']({ selection: { ids: [summary.id] } })
    expect((await engine.event('leads-deleted')).ids).toEqual([summary.id])
    expect((await engine.handlers['leads.index']({ query: everyLead })).total).toBe(0)
    expect(await engine.handlers['leads.restore']({ undoToken })).toEqual({ count: 1 })
    expect((await newest(engine)).summary.id).toBe(summary.id)
  })
})

describe('HTTPS', () => {
  it('listens beside HTTP with a certificate that is kept', async () => {
    const engine = await startTestEngine({ settings: { httpsEnabled: true, httpsPort: 0 } })
    const state = engine.receiver()
    expect(state).toMatchObject({ state: 'listening', httpsPort: expect.any(Number) })
    const certificate = await engine.handlers['receiver.certificate']({})
    expect(certificate).toContain('BEGIN CERTIFICATE')
    await engine.close()
    const again = await startTestEngine({ folder: engine.folder, settings: { httpsEnabled: true, httpsPort: 0 } })
    expect(await again.handlers['receiver.certificate']({})).toBe(certificate)
  })
})
