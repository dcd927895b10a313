import { describe, expect, it } from 'vitest'
import { readBody } from '../../../../../src/renderer/src/inbox/detail/body-json'
import { placeFindings } from '../../../../../src/renderer/src/inbox/detail/findings-in-place'
import type { Finding } from '../../../../../src/shared/lead/finding'
import { buildDetail } from './detail-builder'

const text = JSON.stringify({ userDetails: { FirstName: 'Some', Title: null }, ActionCode: 'INS', campaign: { id: 1 } })

function place(findings: readonly Finding[]) {
  const body = readBody(buildDetail({ text }))
  if (body.kind !== 'json' || !body.lead) throw new Error('the text is a lead')
  return placeFindings(findings, body.lead)
}

describe('where a finding is shown', () => {
  it('is beside its field, named or pointed at as sent', () => {
    const missing: Finding = { severity: 'warning', code: 'field-missing', pointer: '/userDetails', field: 'email' }
    const mismatch: Finding = { severity: 'error', code: 'schema-mismatch', pointer: '/userDetails/Title' }
    const places = place([missing, mismatch])
    expect(places.fields).toEqual({ email: [missing], title: [mismatch] })
    expect(places.whole).toEqual([])
  })

  it('is over the customer for UserDetails itself', () => {
    const keyCase: Finding = { severity: 'warning', code: 'key-case-differs', pointer: '/userDetails' }
    expect(place([keyCase]).customer).toEqual([keyCase])
  })

  it('is beside the undocumented field that it points into', () => {
    const inside: Finding = { severity: 'error', code: 'schema-mismatch', pointer: '/campaign/id' }
    expect(place([inside]).others.get('/campaign')).toEqual([inside])
  })

  it('is over everything for the whole request', () => {
    const type: Finding = { severity: 'warning', code: 'content-type-missing', pointer: '' }
    expect(place([type]).whole).toEqual([type])
  })

  it('is not repeated for what the heading over the other fields says already', () => {
    const places = place([{ severity: 'info', code: 'field-undocumented', pointer: '/campaign' }])
    expect(places).toEqual({ whole: [], customer: [], fields: {}, others: new Map() })
  })
})

describe('what a body is', () => {
  it('is told apart', () => {
    const kind = (detail: Parameters<typeof buildDetail>[0]) => readBody(buildDetail(detail)).kind
    expect(kind({ text: '' })).toBe('empty')
    expect(kind({ text: null })).toBe('not-text')
    expect(kind({ text: '{"a":', bodyTextCut: true })).toBe('cut')
    expect(kind({ text: '{"a":' })).toBe('not-json')
    const tooDeep = [{ severity: 'error', code: 'json-too-deep', pointer: '' }] as const
    expect(kind({ text: '[[1]]', findings: tooDeep })).toBe('too-deep')
    expect(readBody(buildDetail({ text: '[1]' }))).toEqual({ kind: 'json', lead: null })
    expect(readBody(buildDetail({ text }))).toMatchObject({ kind: 'json', lead: { texts: { firstName: 'Some' } } })
  })
})
