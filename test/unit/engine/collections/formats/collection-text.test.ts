import type { JsonObject } from '@shared/json-value'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectionText, postmanStyle, textStyle } from '../../../../../src/engine/collections/formats/collection-text'
import { objectsIn } from '../../../../../src/engine/collections/formats/loose-json'
import { readCollection } from '../../../../../src/engine/collections/formats/read-collection'
import { runnableRequests } from '../../../../../src/engine/collections/formats/runnable-requests'

test.each([
  ['tabs', '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n'],
  ['two spaces, no line end', '{\n  "a": {\n    "b": 1\n  }\n}'],
  ['four spaces, Windows lines', '{\r\n    "a": {\r\n        "b": 1\r\n    }\r\n}\r\n'],
  ['one line', '{"a":{"b":1}}'],
])('%s stay', (_, text) => {
  expect(collectionText(JSON.parse(text), textStyle(text))).toBe(text)
})

const byHand = `{ "info": {"name": "x", "n\\u00e9": 12345678901234567890, "one": 1.0},
  "item": [ {"name": "a", "request": "http:\\/\\/a"},
            {"name": "b", "tags": ["1", "2"]},

            {"name": "c"} ],
  "empty": { }
}`

test('a file laid out by hand keeps all that did not change', () => {
  const style = textStyle(byHand)
  const document: JsonObject = JSON.parse(byHand)
  expect(collectionText(document, style)).toBe(byHand)
  const [a, b, c] = objectsIn(document.item)
  if (!a || !b || !c) throw new Error('three items')
  const written = (item: readonly JsonObject[]) => collectionText({ ...document, item }, style)
  expect(written([a, { ...b, tags: ['1', '3'] }, c])).toBe(byHand.replace('"2"', '"3"'))
  expect(written([a, c])).toBe(byHand.replace(/ +\{"name": "b".*\n/, ''))
  expect(written([a, b, { ...c, new: { x: [1] } }])).toBe(byHand.replace('"name": "c"', '"name": "c","new": {"x":[1]}'))
  expect(collectionText({ first: 1, ...document }, style)).toBe(byHand.replace('{ "info"', '{ "first": 1,\n  "info"'))
})

test('any change to any text of a JSON object is there when it is read again, and nothing else', () => {
  const object = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
  const layouts = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.replaceAll('\n', ' '),
    (text) => text.replaceAll('\n', '\n\n'),
    (text) => text.replace(/^\{/, ' { ').replaceAll('\n', '\r\n'),
  )
  fc.assert(
    fc.property(object, object, layouts, fc.boolean(), (before, after, layout, keep) => {
      const text = layout(JSON.stringify(before, null, '  '))
      const wanted: JsonObject = JSON.parse(JSON.stringify(keep ? { ...before, ...after } : after))
      const style = { ...textStyle(text), found: text }
      expect(collectionText(JSON.parse(text), style)).toBe(text)
      expect(JSON.parse(collectionText(wanted, style))).toEqual(wanted)
    }),
    { numRuns: 1000 },
  )
})

test('a new file is laid out as Postman does', () => {
  expect(textStyle('')).toEqual(postmanStyle)
  expect(collectionText({ a: [] })).toBe('{\n\t"a": []\n}\n')
})

test('3,000 requests are read in well under a second', () => {
  const item = (number: number) => ({
    name: `Request ${number}`,
    request: {
      method: 'POST',
      header: [{ key: 'Content-Type', value: 'application/json' }],
      body: { mode: 'raw', raw: JSON.stringify({ number, text: 'x'.repeat(2000) }) },
      url: {
        raw: `https://example.com/a/${number}?sig=1`,
        protocol: 'https',
        host: ['example', 'com'],
        path: ['a', `${number}`],
        query: [{ key: 'sig', value: '1' }],
      },
    },
    response: [],
  })
  const folders = Array.from({ length: 30 }, (_, folder) => ({
    name: `Folder ${folder}`,
    item: Array.from({ length: 100 }, (_, at) => item(folder * 100 + at)),
  }))
  const info = { name: 'Large', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' }
  const bytes = Buffer.from(collectionText({ info, item: folders }))
  // The best of three: the machine may be doing something else in one of them.
  const milliseconds = [1, 2, 3].map(() => {
    const start = performance.now()
    const { document } = readCollection(bytes, 'x')
    const requests = runnableRequests(document)
    expect(requests).toHaveLength(3000)
    expect(requests.at(-1)?.request.url).toBe('https://example.com/a/2999?sig=1')
    return performance.now() - start
  })
  expect(Math.min(...milliseconds)).toBeLessThan(1000)
})
