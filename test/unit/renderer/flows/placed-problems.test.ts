import { expect, test } from 'vitest'
import { placeProblems } from '../../../../src/renderer/src/flows/placed-problems'

const text = `{
  "type": "objct",
  "requierd": [],
  "properties": { "B": [] }
}`

/** The piece of the text that is marked, and its line. */
function marked(code: 'type-unknown' | 'keyword-unknown' | 'expects-object' | 'not-json', pointer: string, of = text) {
  const problem = { severity: 'error', code, pointer, params: {} } as const
  return placeProblems(of, [problem]).map(({ from, to, line }) => [of.slice(from, to), line])
}

test('a value is marked itself, a keyword or a wide value by its key', () => {
  expect(marked('type-unknown', '/type')).toEqual([['"objct"', 2]])
  expect(marked('keyword-unknown', '/requierd')).toEqual([['"requierd"', 3]])
  expect(marked('expects-object', '/properties/B')).toEqual([['"B"', 4]])
})

test('what is said of the whole stands at its opening brace', () => {
  expect(marked('expects-object', '')).toEqual([['{', 1]])
})

test('broken JSON is marked at once, whatever the engine said before', () => {
  expect(placeProblems('{"a": 1,}', null)).toMatchObject([{ kind: 'json', from: 8, line: 1 }])
})

test('a variable of the composer is marked as what is no JSON', () => {
  expect(marked('not-json', '', '{"minimum": {{low}}}')).toEqual([['{{low}}', 1]])
})

test('an empty schema has nothing wrong', () => {
  expect(placeProblems(' \n', null)).toEqual([])
})
