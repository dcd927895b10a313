import type { JsonValue } from '@shared/json-value'
import { leadFields } from '@shared/lead/lead-field'
import { recognise } from '@shared/lead/recognise'
import { buildSample } from '@shared/lead/samples'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../../../src/engine/ingest/fingerprint'

function print(body: JsonValue): string {
  const lead = recognise(body)
  if (!lead) throw new Error('not a lead')
  const bytes = fingerprint(lead)
  expect(bytes).toHaveLength(16)
  // A view of a larger buffer would carry its neighbours into the database.
  expect(bytes.buffer.byteLength).toBe(16)
  return Buffer.from(bytes).toString('hex')
}

describe('fingerprint', () => {
  const text = new TextDecoder().decode(buildSample('article').body)

  it('is the same for the same content in another order, case and spacing', () => {
    const { UserDetails, ...rest }: { UserDetails: object } = JSON.parse(text)
    expect(print(JSON.parse(JSON.stringify({ ...rest, UserDetails })))).toBe(print(JSON.parse(text)))
    expect(print(JSON.parse(text.replaceAll('"FirstName"', '"firstName"')))).toBe(print(JSON.parse(text)))
  })

  it('differs when any documented value differs, and when a value moves to its neighbour', () => {
    const prints = new Set([print(JSON.parse(text))])
    for (const { path } of leadFields) {
      const key = path[path.length - 1]
      prints.add(print(JSON.parse(text.replace(new RegExp(`("${key}": ")`), '$1changed '))))
    }
    expect(prints.size).toBe(leadFields.length + 1)
    expect(print({ UserDetails: { FirstName: 'a', LastName: '' } })).not.toBe(
      print({ UserDetails: { FirstName: '', LastName: 'a' } }),
    )
  })
})
