import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { expect, test } from 'vitest'
import { detectFormat } from '../../../../../src/engine/collections/formats/detect-format'
import { readExample } from '../../../../../src/engine/collections/formats/example'
import { looseList, objectsIn } from '../../../../../src/engine/collections/formats/loose-json'
import { readHar } from '../../../../../src/engine/collections/formats/read-har'
import { readRequestItem } from '../../../../../src/engine/collections/formats/read-item'
import { fixture, schemaErrors } from '../../../../helpers/postman-fixtures'

const { document, notes } = readHar(fixture('browser.har'), 'browser.har')
const items = looseList(document.item).filter(isJsonObject)
const contents = items.map(readRequestItem)
const examples = (item: JsonObject | undefined) => objectsIn(item?.response).map(readExample)

test('a recording becomes a valid collection', () => {
  expect(detectFormat(fixture('browser.har'))).toBe('har')
  expect(schemaErrors(document)).toEqual([])
  expect(document.info).toMatchObject({ name: 'browser' })
  expect(contents.map(({ name, request }) => `${request.method} ${name}`)).toEqual([
    'POST example.com/leads',
    'POST example.com/form',
    'POST example.com/upload',
    'PUT example.com/bin',
    'GET example.com',
  ])
})

test('what belongs to the connection is left out', () => {
  expect(contents[0]?.request).toMatchObject({
    url: 'https://example.com/leads?x=1&y=%20',
    params: [
      { name: 'x', value: '1' },
      { name: 'y', value: '%20' },
    ],
    headers: [
      { name: 'content-type', value: 'application/json' },
      { name: 'cookie', value: 'a=1' },
    ],
    body: { type: 'raw', language: 'json', text: '{"a":"ü"}' },
  })
  expect(contents[0]?.description).toBe('the first one')
})

test('forms are decoded, parts keep their files', () => {
  expect(contents[1]?.request.body).toMatchObject({
    type: 'form-urlencoded',
    rows: [
      { name: 'a', value: '1 2' },
      { name: 'b', value: 'ü' },
    ],
  })
  expect(contents[2]?.request).toMatchObject({
    headers: [],
    body: {
      type: 'form-data',
      rows: [
        { name: 'f', files: [{ path: 'a.png' }], contentType: 'image/png' },
        { name: 't', value: 'v', files: null },
      ],
    },
  })
})

test('bytes that are no text are left out, and said so', () => {
  expect(contents[3]?.request.body).toEqual({ type: 'none' })
  expect(notes).toEqual([{ code: 'option-ignored', count: 1, detail: 'postData (binary)' }])
})

test('answers are examples', () => {
  expect(examples(items[0])).toMatchObject([
    { name: '202 Accepted', status: 202, headers: [['x-ms-workflow-run-id', '085']], body: '{}' },
  ])
  expect(examples(items[1])).toEqual([])
  expect(examples(items[2])).toMatchObject([{ status: 200, body: '' }])
})

test('a file that is no HAR is refused', () => {
  expect(() => readHar(Buffer.from('{"log":{}}'), 'a')).toThrow('import-not-known')
  expect(() => readHar(Buffer.from('{'), 'a')).toThrow('import-not-valid')
})
