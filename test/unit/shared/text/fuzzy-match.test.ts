import { fuzzyScore } from '@shared/text/fuzzy-match'
import { expect, test } from 'vitest'

const best = (typed: string, ...texts: string[]) =>
  texts
    .filter((text) => fuzzyScore(typed, text) !== null)
    .sort((one, other) => (fuzzyScore(typed, other) ?? 0) - (fuzzyScore(typed, one) ?? 0))

test('what does not fit is left out', () => {
  expect(fuzzyScore('xyz', 'Send a sample lead')).toBeNull()
  expect(fuzzyScore('send xyz', 'Send a sample lead')).toBeNull()
})

test('the beginning wins over a word inside, that over the middle of a word, that over scattered letters', () => {
  expect(best('send', 'Resend', 'Sign every new document', 'Please send', 'Send a lead')).toEqual([
    'Send a lead',
    'Please send',
    'Resend',
    'Sign every new document',
  ])
})

test('words may come in any order and case', () => {
  expect(fuzzyScore('LEAD sample', 'Send a sample lead')).not.toBeNull()
})

test('a shorter text wins among equals', () => {
  expect(best('copy', 'Copy everything that there is', 'Copy URL')[0]).toBe('Copy URL')
})
