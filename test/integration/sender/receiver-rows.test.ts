import { explainOutcome } from '@shared/answer/explain'
import type { ExplanationCode } from '@shared/answer/explanation-codes'
import type { HeaderPair } from '@shared/http/header-pair'
import { describe, expect, it } from 'vitest'
import type { PreparedRequest } from '../../../src/engine/sender/prepared-request'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { sampleLead } from '../../helpers/post'
import { prepared, testSender } from '../../helpers/prepared'

/** What the explanation of an answer of our own receiver is. */
async function explainOf(url: string, changes: Parameters<typeof prepared>[1] = {}) {
  const body: PreparedRequest['body'] = { kind: 'bytes', bytes: Buffer.from(sampleLead) }
  const { outcome, sent } = await testSender().send(prepared(url, { body, ...changes }))
  return explainOutcome(outcome, sent)
}

const codeOf = async (...args: Parameters<typeof explainOf>): Promise<ExplanationCode> =>
  (await explainOf(...args)).code
const text = (words: string): PreparedRequest['body'] => ({ kind: 'bytes', bytes: Buffer.from(words) })
const change = (engine: RunningEngine, changes: object) =>
  engine.handlers['flow.change']({ id: engine.flowId, changes })

describe('an answer of the receiver', () => {
  it('202 names its run; a body that a flow cannot read is foretold', async () => {
    const { url } = await startTestEngine()
    const accepted = await explainOf(url)
    expect(accepted).toMatchObject({ code: 'accepted', intent: 'success' })
    expect(accepted.runId).toMatch(/^\d{29}CU\d{2,3}$/)
    expect(await codeOf(url, { headers: [['Content-Type', 'text/plain']] })).toBe('accepted-not-json')
  })

  it('to a URL that is not right', async () => {
    const engine = await startTestEngine()
    const { url } = engine
    const authorization: HeaderPair = ['Authorization', 'Bearer x']
    expect(await codeOf(url.replace(/&sig=.*/, ''))).toBe('sig-missing')
    expect(await codeOf(url.slice(0, -1) + (url.endsWith('A') ? 'B' : 'A'))).toBe('sig-wrong')
    expect(await codeOf(url.slice(0, -5))).toBe('sig-cut')
    expect(await codeOf(url.replace(/api-version=[^&]*&/, ''))).toBe('api-version-missing')
    expect(await codeOf(url.replace(engine.flowId, 'f'.repeat(32)))).toBe('workflow-unknown')
    expect(await codeOf(new URL('/elsewhere', url).href)).toBe('not-found')
    expect(await codeOf(url, { headers: [['Content-Type', 'application/json'], authorization] })).toBe(
      'authorization-clash',
    )
    expect(await explainOf(url, { method: 'PUT' })).toMatchObject({
      code: 'method-wrong',
      params: { expected: 'POST', actual: 'PUT' },
    })
  })

  it('to a body that is not right', async () => {
    const engine = await startTestEngine()
    expect(await codeOf(engine.url, { body: text('{"UserDetails":') })).toBe('body-not-json')
    await change(engine, { schemaValidation: true })
    expect(await codeOf(engine.url, { body: text(sampleLead.replace('"Some"', 'null')) })).toBe('schema-null')
    expect(await codeOf(engine.url, { body: text(sampleLead.replace('"Some"', '5')) })).toBe('schema-mismatch')
  })

  it('of a flow that is not there for everybody, or not at all', async () => {
    const engine = await startTestEngine()
    for (const [state, code] of [
      ['disabled', 'flow-off'],
      ['suspended', 'flow-suspended'],
    ] as const) {
      await change(engine, { state })
      expect(await codeOf(engine.url)).toBe(code)
    }
    await engine.handlers['flow.create']({ name: 'One has to stay' })
    await engine.handlers['flow.delete']({ id: engine.flowId })
    expect(await codeOf(engine.url)).toBe('flow-deleted')
    await engine.handlers['flow.restore']({ id: engine.flowId, state: 'started' })
    await change(engine, { triggeredBy: 'tenant' })
    expect(await codeOf(engine.url.replace(/&sp=.*/, ''))).toBe('tenant-only')
  })

  it('to a body that is too large is heard although the upload did not end', async () => {
    const { url } = await startTestEngine({ settings: { maxBodyBytes: 1024 * 1024 } })
    expect(await codeOf(url, { body: { kind: 'bytes', bytes: Buffer.alloc(30_000_000, 32) } })).toBe('too-large')
  })
})
