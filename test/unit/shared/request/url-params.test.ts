import type { RequestRow } from '@shared/request/request-template'
import { paramsOfUrl, pathVariablesOfUrl, urlOfParams } from '@shared/request/url-params'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const row = (name: string, value: string, rest: Partial<RequestRow> = {}): RequestRow => ({
  name,
  value,
  enabled: true,
  description: '',
  ...rest,
})

test('reads the query as it is written', () => {
  expect(paramsOfUrl('https://a.example/x?api-version=1&sp=%2Ftriggers&flag&sig=a=b#end', [])).toEqual([
    row('api-version', '1'),
    row('sp', '%2Ftriggers'),
    row('flag', ''),
    row('sig', 'a=b'),
  ])
  expect(paramsOfUrl('https://a.example/x', [])).toEqual([])
})

test('keeps rows that are switched off in their place, and descriptions', () => {
  const rows = [
    row('off0', '0', { enabled: false }),
    row('a', '1', { description: 'first' }),
    row('off', '2', { enabled: false, description: 'kept' }),
    row('b', '3', { description: 'second' }),
  ]
  expect(paramsOfUrl('https://h/?a=9&b=3', rows)).toEqual([rows[0], { ...rows[1], value: '9' }, rows[2], rows[3]])
  expect(paramsOfUrl('https://h/?b=3', rows)).toEqual([rows[0], rows[3], rows[2]])
  expect(paramsOfUrl('https://h/', rows)).toEqual([rows[0], rows[2]])
  expect(urlOfParams('https://h/?a=1&b=3', rows)).toBe('https://h/?a=1&b=3')
})

test('writes rows into the URL and leaves the spelling of others', () => {
  expect(urlOfParams('https://h/p?flag&x=%20#end', [row('flag', ''), row('x', '%20'), row('new', 'a&b#c=d')])).toBe(
    'https://h/p?flag&x=%20&new=a%26b%23c=d#end',
  )
  expect(urlOfParams('https://h/p?x=1#end', [])).toBe('https://h/p#end')
  expect(urlOfParams('{{base url?}}/p', [row('q', '{{a&b}}')])).toBe('{{base url?}}/p?q={{a&b}}')
})

test('a row as it was typed is not replaced by its encoded spelling', () => {
  const typed = [row('q', 'salt & pepper')]
  const url = urlOfParams('https://h/', typed)
  expect(url).toBe('https://h/?q=salt %26 pepper')
  expect(paramsOfUrl(`${url}&more=1`, typed)).toEqual([...typed, row('more', '1')])
})

test('rows and URL stay in step', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 })
  const named = fc.record({
    name: text.filter((name) => name !== ''),
    value: text,
    enabled: fc.boolean(),
    description: text,
  })
  fc.assert(
    fc.property(fc.array(named, { maxLength: 8 }), (rows) => {
      const url = urlOfParams('https://h.example/p?old=1#end', rows)
      expect(paramsOfUrl(url, rows)).toEqual(rows)
      expect(urlOfParams(url, paramsOfUrl(url, []))).toBe(url)
    }),
  )
})

test('finds path variables and keeps their values', () => {
  const rows = [row('id', '7'), row('gone', 'x')]
  expect(pathVariablesOfUrl('https://h.example:8080/a/:id/b/:name?x=/:no', rows)).toEqual([
    row('id', '7'),
    row('name', ''),
  ])
  expect(pathVariablesOfUrl('{{base}}/:id', [])).toEqual([row('id', '')])
  expect(pathVariablesOfUrl('http://127.0.0.1:5323/workflows', [])).toEqual([])
})
