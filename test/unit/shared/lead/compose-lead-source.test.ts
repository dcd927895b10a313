import { composeLeadSource, leadSourceInput } from '@shared/lead/compose-lead-source'
import { parseLeadSource } from '@shared/lead/lead-source'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('composing a lead source', () => {
  it('has only the parts that are there', () => {
    const parts = { source: 'SPZA', action: 'PLT', publisher: 'contoso', offerId: 'crm' }
    expect(composeLeadSource(parts)).toBe('SPZA-PLT|contoso.crm')
    expect(composeLeadSource({ ...parts, action: '' })).toBe('SPZA|contoso.crm')
    expect(composeLeadSource({ ...parts, publisher: '', offerId: '' })).toBe('SPZA-PLT')
    expect(composeLeadSource({ source: '', action: '', publisher: '', offerId: '' })).toBe('')
  })

  it('is what is taken apart again', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/)
    fc.assert(
      fc.property(part, part, part, part, (source, action, publisher, offerId) => {
        const parts = { source, action, publisher, offerId }
        expect(leadSourceInput(parseLeadSource(composeLeadSource(parts)))).toEqual(parts)
      }),
    )
  })
})
