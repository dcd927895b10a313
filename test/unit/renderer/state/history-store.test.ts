import { expect, test } from 'vitest'
import {
  addPage,
  applyHistoryEvent,
  emptyHistory,
  everySend,
  withoutEntries,
} from '../../../../src/renderer/src/state/history-store'
import { historySummary } from '../../../helpers/history-entries'

const entries = [9, 8, 7].map((id) => historySummary(id))

test('a new send stands at the front, once', () => {
  const event = { type: 'history-added', entry: historySummary(10) } as const
  const added = applyHistoryEvent({ query: everySend, entries }, event)
  if (added === 'again') throw new Error('read again')
  expect(added.map(({ id }) => id)).toEqual([10, 9, 8, 7])
  expect(applyHistoryEvent({ query: everySend, entries: added }, event)).toBe(added)
})

test('under a search or filter, and after a reset, only the engine can tell', () => {
  const event = { type: 'history-added', entry: historySummary(10) } as const
  expect(applyHistoryEvent({ query: { text: 'x', state: 'all' }, entries }, event)).toBe('again')
  expect(applyHistoryEvent({ query: { text: '', state: 'failed' }, entries }, event)).toBe('again')
  expect(applyHistoryEvent({ query: everySend, entries }, { type: 'history-reset' })).toBe('again')
})

test('the oldest go when they made room for a new one', () => {
  const state = { query: { text: 'x', state: 'all' } as const, entries }
  const left = applyHistoryEvent(state, { type: 'history-trimmed', before: 8 })
  expect(left === 'again' ? left : left.map(({ id }) => id)).toEqual([9, 8])
  expect(applyHistoryEvent(state, { type: 'history-trimmed', before: 7 })).toBe(entries)
})

test('a page of older ones is added without doubles', () => {
  const page = [7, 6, 5].map((id) => historySummary(id))
  expect(addPage(entries, page).map(({ id }) => id)).toEqual([9, 8, 7, 6, 5])
})

test('after a deletion the next entry below has the focus, else the one above', () => {
  const state = { ...emptyHistory, entries, focusedId: 8, selected: new Set([8]), comparing: [8, 9] as const }
  expect(withoutEntries(state, new Set([8]))).toMatchObject({ focusedId: 7, selected: new Set([7]), comparing: null })
  expect(withoutEntries(state, new Set([8, 7])).focusedId).toBe(9)
  expect(withoutEntries(state, new Set([9, 8, 7]))).toMatchObject({ focusedId: null, entries: [] })
  expect(withoutEntries(state, new Set([9])).focusedId).toBe(8)
})
