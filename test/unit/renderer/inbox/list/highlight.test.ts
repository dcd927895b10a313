import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findParts, searchWords } from '../../../../../src/renderer/src/inbox/list/highlight'

const found = (text: string, search: string) =>
  findParts(text, searchWords(search))
    .filter((part) => part.found)
    .map((part) => part.text)

describe('highlight', () => {
  it('marks the beginnings of words, whatever their case and accents', () => {
    expect(found('Société Générale', 'soc gene')).toEqual(['Soc', 'Géné'])
    expect(found('Contoso', 'toso')).toEqual([])
    expect(found('someone@contoso.com', 'contoso')).toEqual(['contoso'])
  })

  it('takes the parts of a searched address as words', () => {
    expect(found('someone@contoso.com', 'someone@contoso.com')).toEqual(['someone', 'contoso', 'com'])
  })

  it('leaves out quotes and operators', () => {
    expect(searchWords('"Contoso" AND (fabrikam*)')).toEqual(['fabrikam', 'contoso'])
  })

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, search) => {
        const parts = findParts(text, searchWords(search))
        expect(parts.map((part) => part.text).join('')).toBe(text)
      }),
    )
  })
})
