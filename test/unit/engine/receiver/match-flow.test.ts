import type { HeaderPair } from '@shared/http/header-pair'
import { describe, expect, it } from 'vitest'
import { type FlowMatch, type KnownFlow, matchFlow } from '../../../../src/engine/receiver/match-flow'
import { directoryOf, sampleFlow, targetOf } from './known-flow'

const good = targetOf(sampleFlow)
const other: KnownFlow = { ...sampleFlow, id: '00112233445566778899aabbccddeeff' }

function match(target: string, flow: KnownFlow = sampleFlow, method = 'POST', headers: HeaderPair[] = []): FlowMatch {
  return matchFlow({ target, method, headers }, directoryOf(flow, other))
}

function outcome(result: FlowMatch): readonly [string, string, string | null] {
  if (result.kind === 'matched') return ['matched', '', result.flow.id]
  return [result.diagnosis.code, result.refusal.case, result.flow?.id ?? null]
}

describe('matchFlow takes', () => {
  const rest = good.slice('/workflows'.length)
  it.each([
    ['the old shape', good],
    ['api-version 2016-10-01', good.replace('2016-06-01', '2016-10-01')],
    ['the new shape', `/powerautomate/automations/direct/workflows${rest.replace('2016-06-01', '1')}`],
    ['the new shape with a unit', `/powerautomate/automations/direct/cu/16/workflows${rest}`],
    ['a whole URL as target', `http://127.0.0.1:5323${good}`],
    ['an id in capitals', good.replace(sampleFlow.id, sampleFlow.id.toUpperCase())],
    ['other case in the path', good.replace('/workflows/', '/Workflows/').replace('/invoke', '/Invoke')],
    ['a percent-encoded sig', good.replaceAll('_', '%5F')],
    ['parameters in another order', `${good.split('?')[0]}?sig=${sampleFlow.signature}&api-version=1`],
    ['more parameters', `${good}&x=1`],
    ['parameter names in other case', good.replace('api-version', 'API-Version').replace('sig=', 'SIG=')],
  ])('%s', (_, target) => {
    expect(outcome(match(target))).toEqual(['matched', '', sampleFlow.id])
  })
})

describe('matchFlow diagnoses', () => {
  const id = sampleFlow.id
  it.each([
    ['/', 'not-a-flow-url', 'not-a-flow-url', null],
    ['/wp-login.php?sig=1', 'not-a-flow-url', 'not-a-flow-url', null],
    [`/workflows/${id}`, 'not-a-flow-url', 'not-a-flow-url', id],
    [`/workflows/${id}/triggers/manual/paths/inv`, 'not-a-flow-url', 'not-a-flow-url', id],
    [`/workflows/${id.slice(0, 10)}`, 'workflow-id-cut', 'not-a-flow-url', null],
    [good.replace('/workflows', '//workflows'), 'double-slash', 'not-a-flow-url', id],
    [good.replace('/triggers', '//triggers'), 'double-slash', 'not-a-flow-url', id],
    [good.replace('/manual', '/%20manual'), 'url-has-space', 'not-a-flow-url', id],
    [`/%22http://x${good}`, 'url-has-quotes', 'not-a-flow-url', id],
    [good.replace(id, id.slice(0, 20)), 'workflow-id-cut', 'workflow-not-found', id],
    [good.replace(id, id.slice(4)), 'workflow-id-cut', 'workflow-not-found', id],
    [good.replace(id, `${id.slice(0, 9)}%0A${id.slice(9)}`), 'url-has-space', 'workflow-not-found', id],
    [good.replace(id, 'f'.repeat(32)), 'workflow-unknown', 'workflow-not-found', null],
    [good.replaceAll('&', '&amp;'), 'ampersand-escaped', 'sig-missing', id],
    [`${good.split('?')[0]}`, 'api-version-missing', 'api-version-missing', id],
    [good.replace('api-version=2016-06-01', 'api-version='), 'api-version-missing', 'api-version-missing', id],
    [good.split('&')[0] ?? '', 'sig-missing', 'sig-missing', id],
    [good.replace(/sig=.*/, 'sig='), 'sig-missing', 'sig-missing', id],
    [good.slice(0, -1), 'sig-cut', 'sig-wrong', id],
    [good.slice(0, -30), 'sig-cut', 'sig-wrong', id],
    [good.replace(/sig=.*/, `sig=${'x'.repeat(43)}`), 'sig-wrong', 'sig-wrong', id],
    [`${good}x`, 'sig-wrong', 'sig-wrong', id],
    [good.replace(/sig=.*/, 'sig=%zz%'), 'sig-wrong', 'sig-wrong', id],
    [good.replace(/sig=.*/, `sig=${sampleFlow.previousSignatures[0]}`), 'sig-old', 'sig-wrong', id],
    [`${good}%22`, 'url-has-quotes', 'sig-wrong', id],
    [`${good}%20`, 'url-has-space', 'sig-wrong', id],
    [good.replace('sig=sCrE', 'sig=sC+rE'), 'url-has-space', 'sig-wrong', id],
    [good.replace('sig=sCrE', 'sig=sC%0D%0ArE'), 'url-has-space', 'sig-wrong', id],
  ])('%s as %s', (target, code, refusal, flow) => {
    expect(outcome(match(target))).toEqual([code, refusal, flow])
  })

  it('never puts a signature into the values of a diagnosis', () => {
    for (const target of [good.slice(0, -1), `${good}%20`, good.replace('/triggers', '//triggers')]) {
      expect(JSON.stringify({ ...match(target), flow: null })).not.toContain(sampleFlow.signature.slice(0, 10))
    }
  })
})

describe('matchFlow checks in the order of the trigger', () => {
  const off: KnownFlow = { ...sampleFlow, state: 'disabled', triggeredBy: 'tenant', method: 'PUT' }

  it('state before api-version', () => {
    expect(outcome(match(good.split('?')[0] ?? '', off))[0]).toBe('flow-off')
    expect(outcome(match(good, { ...off, state: 'suspended' }))[0]).toBe('flow-off')
    expect(outcome(match(good, { ...off, state: 'deleted' }))[0]).toBe('flow-deleted')
  })
  it('api-version before access', () => {
    expect(outcome(match(good.split('?')[0] ?? '', { ...off, state: 'started' }))[0]).toBe('api-version-missing')
  })
  it('access before method', () => {
    expect(outcome(match(good, { ...off, state: 'started' }))[0]).toBe('tenant-only')
    expect(outcome(match(good.slice(0, -1), sampleFlow, 'GET'))[0]).toBe('sig-cut')
  })
  it('one scheme only', () => {
    expect(outcome(match(good, sampleFlow, 'POST', [['aUTHORIZATION', 'Basic eA==']]))[0]).toBe('authorization-clash')
    const withoutSig = good.replace(/&sig=.*/, '')
    expect(outcome(match(withoutSig, sampleFlow, 'POST', [['Authorization', 'Bearer x']]))[0]).toBe('sig-missing')
  })
  it('method last, and names both', () => {
    expect(match(good, sampleFlow, 'GET')).toMatchObject({
      diagnosis: { code: 'method-not-allowed', params: { expected: 'POST', actual: 'GET' } },
    })
    expect(outcome(match(good, { ...sampleFlow, method: 'GET' }, 'GET'))[0]).toBe('matched')
  })
})
