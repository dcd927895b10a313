import diagnosis from '@resources/locales/en/diagnosis.json'
import { diagnosisCodes } from '@shared/lead/diagnosis'
import { describe, expect, it } from 'vitest'

describe('the texts of the diagnoses', () => {
  it('exist for every code and for nothing else', () => {
    expect(Object.keys(diagnosis).sort()).toEqual([...diagnosisCodes].sort())
  })
  it.each(Object.entries(diagnosis))('%s says what, why and what next', (_, text) => {
    expect(Object.keys(text)).toEqual(['headline', 'why', 'next'])
    // A row of the list has no values to fill in.
    expect(text.headline).not.toContain('{{')
    expect(text.headline.length).toBeLessThanOrEqual(60)
    expect(text.why.length).toBeGreaterThan(40)
    expect(text.next.length).toBeGreaterThan(20)
  })
})
