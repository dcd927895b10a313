import { describe, expect, it } from 'vitest'
import { compareFields } from '../../../../../src/renderer/src/inbox/detail/compare-fields'
import { mendedBy, mendOf } from '../../../../../src/renderer/src/inbox/detail/diagnosis-mend'
import { createNoteJournal } from '../../../../../src/renderer/src/inbox/detail/note-journal'
import { maskedHeaderValue } from '../../../../../src/renderer/src/inbox/detail/secret-values'
import { timingParts } from '../../../../../src/renderer/src/inbox/detail/timing-parts'
import type { Flow } from '../../../../../src/shared/flow/flow'
import { recognise } from '../../../../../src/shared/lead/recognise'

describe('secrets in headers', () => {
  it('are masked: credentials whole, signatures inside of URLs', () => {
    expect(maskedHeaderValue(['authorization', 'Bearer abc'])).toBe('••••••••')
    expect(maskedHeaderValue(['Referer', 'http://x/?a=1&sig=abc&b=2'])).toBe('http://x/?a=1&sig=••••••••&b=2')
    expect(maskedHeaderValue(['Accept', '*/*'])).toBe('*/*')
  })
})

describe('the timing bar', () => {
  it('has its parts one after the other, together the whole', () => {
    const parts = timingParts({ headersMs: 1, bodyMs: 3, handledMs: 4 })
    expect(parts.map(({ startMs, durationMs, share }) => [startMs, durationMs, share])).toEqual([
      [0, 1, 0.25],
      [1, 2, 0.5],
      [3, 1, 0.25],
    ])
  })

  it('has no negative part where a clock stepped back, and no share of nothing', () => {
    expect(timingParts({ headersMs: 2, bodyMs: 1, handledMs: 2 }).map(({ durationMs }) => durationMs)).toEqual([
      2, 0, 0,
    ])
    expect(timingParts({ headersMs: 0, bodyMs: 0, handledMs: 0 }).map(({ share }) => share)).toEqual([0, 0, 0])
  })
})

describe('the mend of a diagnosis', () => {
  const flow: Flow = {
    id: '0123456789abcdef0123456789abcdef',
    name: 'Default',
    state: 'disabled',
    triggeredBy: 'tenant',
    method: 'POST',
    schemaText: '',
    schemaValidation: false,
    signature: 'x',
    createdAt: 0,
  }

  it('fits the cause, and there is none where only the sender can do something', () => {
    expect(mendOf('sig-missing')).toBe('copy-url')
    expect(mendOf('flow-off')).toBe('turn-on')
    expect(mendOf('tenant-only')).toBe('let-anyone')
    expect(mendOf('malformed-http')).toBeNull()
  })

  it('is done when the flow no longer has the fault', () => {
    expect(mendedBy('turn-on', flow)).toBeNull()
    expect(mendedBy('turn-on', { ...flow, state: 'started' })).toBe('turn-on')
    expect(mendedBy('let-anyone', { ...flow, triggeredBy: 'anyone' })).toBe('let-anyone')
    expect(mendedBy('copy-url', { ...flow, state: 'started' })).toBeNull()
    expect(mendedBy('turn-on', null)).toBeNull()
  })
})

describe('fields of two leads', () => {
  const differing = (left: object, right: object) =>
    compareFields(recognise(JSON.parse(JSON.stringify(left))), recognise(JSON.parse(JSON.stringify(right))))
      .filter(({ differs }) => differs)
      .map(({ field }) => field)

  it('differ by value and by kind of absence, not by the case of their keys', () => {
    expect(differing({ LeadSource: 'a', ActionCode: 'INS' }, { leadSource: 'a', ActionCode: 'PLT' })).toEqual([
      'actionCode',
    ])
    expect(differing({ LeadSource: 'a', OfferTitle: null }, { LeadSource: 'a' })).toEqual(['offerTitle'])
    expect(differing({ LeadSource: 'a', OfferTitle: '' }, { LeadSource: 'a', OfferTitle: null })).toEqual([
      'offerTitle',
    ])
  })

  it('are all missing from what is no lead', () => {
    expect(compareFields(null, null).every(({ differs }) => !differs)).toBe(true)
  })
})

describe('the journal of notes', () => {
  it('keeps a draft for each lead until it is saved', () => {
    const kept = new Map<string, string>()
    const journal = createNoteJournal({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    })
    journal.write(1, 'one')
    journal.write(2, '')
    expect([journal.read(1), journal.read(2), journal.read(3)]).toEqual(['one', '', null])
    journal.forget(1)
    expect(journal.read(1)).toBeNull()
  })
})
