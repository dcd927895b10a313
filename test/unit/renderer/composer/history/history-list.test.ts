import { expect, test } from 'vitest'
import { comparableBody, compareAnswers } from '../../../../../src/renderer/src/composer/history/compare-answers'
import { chooseEntry, chosenPair } from '../../../../../src/renderer/src/composer/history/history-selection'
import { answered, historyEntry, notAnswered } from '../../../../helpers/history-entries'

const ids = [9, 8, 7, 6]
const none = { selected: new Set<number>(), focusedId: null }

test('entries are chosen alone, one by one, and in a row', () => {
  const one = chooseEntry(ids, none, 8, 'alone')
  expect([...one.selected]).toEqual([8])
  const two = chooseEntry(ids, one, 6, 'toggle')
  expect([...two.selected]).toEqual([8, 6])
  expect(two.focusedId).toBe(6)
  expect(chosenPair(two.selected)).toEqual([6, 8])
  const less = chooseEntry(ids, two, 6, 'toggle')
  expect(less).toEqual({ selected: new Set([8]), focusedId: 8 })
  expect([...chooseEntry(ids, one, 6, 'range').selected]).toEqual([8, 7, 6])
})

test('the last chosen entry is not taken away by a toggle', () => {
  expect([...chooseEntry(ids, { selected: new Set([8]), focusedId: 8 }, 8, 'toggle').selected]).toEqual([8])
})

test('two answers are compared by status and headers; times are never marked', () => {
  const left = historyEntry()
  const right = historyEntry({
    timing: { ...left.timing, total: 999 },
    outcome: answered({ status: 400, reason: 'Bad Request', headers: [['cache-control', 'no-cache']] }),
  })
  const { facts, headers } = compareAnswers(left, right)
  expect(facts.filter(({ differs }) => differs).map(({ key }) => key)).toEqual(['status'])
  expect(headers.at(-1)).toMatchObject({ name: 'Cache-Control', differs: false })
  expect(headers.find(({ name }) => name === 'x-ms-workflow-run-id')).toMatchObject({ right: null, differs: true })
})

test('no secret stands in a comparison', () => {
  const entry = historyEntry({ outcome: answered({ headers: [['Set-Cookie', 'session=secret']] }) })
  expect(JSON.stringify(compareAnswers(entry, entry))).not.toMatch(/session=secret|Zk3vP0/)
})

test('JSON bodies are compared on lines, binary ones not at all, and no answer is an empty body', () => {
  const json = historyEntry({ outcome: answered({ bodyText: '{"a":1}' }) })
  expect(comparableBody(json)).toBe('{\n  "a": 1\n}')
  expect(comparableBody(historyEntry({ outcome: answered({ bodyText: null, bodySize: 4 }) }))).toBeNull()
  expect(comparableBody(historyEntry({ outcome: notAnswered('refused', 'ECONNREFUSED') }))).toBe('')
})
