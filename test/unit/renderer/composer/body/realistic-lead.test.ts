import { isEmailAddress } from '@shared/lead/email-address'
import { recognise } from '@shared/lead/recognise'
import { leadLanguages } from '@shared/lead/sample-gallery'
import { describe, expect, it } from 'vitest'
import { realisticLead } from '../../../../../src/renderer/src/composer/body/realistic-lead'

describe('a realistic lead', () => {
  it.each(leadLanguages)('%s: is a whole lead, and the same one for the same seed', async (language) => {
    const text = await realisticLead(language, 7)
    expect(await realisticLead(language, 7)).toBe(text)
    expect(await realisticLead(language, 8)).not.toBe(text)
    const lead = recognise(JSON.parse(text))
    expect(lead?.findings).toEqual([])
    expect(lead?.texts.email).toSatisfy(isEmailAddress)
    // Nobody real is written to.
    expect(lead?.texts.email).toMatch(/@example\.(?:com|org|net)$/)
  })

  it('is in the language’s own letters', async () => {
    const names = async (language: 'ru' | 'ja' | 'zh') => (await realisticLead(language, 7)).slice(0, 80)
    expect(await names('ru')).toMatch(/[а-я]/i)
    expect(await names('ja')).toMatch(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u)
    expect(await names('zh')).toMatch(/\p{Script=Han}/u)
  })

  it('is another one each time without a seed', async () => {
    expect(await realisticLead('en')).not.toBe(await realisticLead('en'))
  })
})
