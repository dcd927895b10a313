import { expect, test } from 'vitest'
import { shownTab, tabsOf } from '../../../../../src/renderer/src/composer/answer/answer-tabs'
import { answered, historyEntry, notAnswered } from '../../../../helpers/history-entries'

const accepted = historyEntry()
const plain = historyEntry({ outcome: answered({ status: 200, reason: 'OK', bodyText: '{}' }) })
const refused = historyEntry({ outcome: notAnswered('refused', 'ECONNREFUSED') })

test('every answer but a plain 200 is explained first', () => {
  expect(shownTab(accepted, null)).toBe('explained')
  expect(shownTab(refused, null)).toBe('explained')
  expect(shownTab(plain, null)).toBe('body')
  expect(tabsOf(plain)).toContain('explained')
})

test('without an answer there is no body and there are no headers', () => {
  expect(tabsOf(refused)).not.toContain('body')
  expect(tabsOf(refused)).not.toContain('headers')
})

test('a chosen tab stays while the outcome is the same, and gives way to another outcome', () => {
  const choice = { tab: 'timing', outcome: '202' } as const
  expect(shownTab(accepted, choice)).toBe('timing')
  expect(shownTab(refused, choice)).toBe('explained')
  expect(shownTab(plain, choice)).toBe('body')
})
