import { AppError } from '@shared/app-error'
import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankSecrets } from '../../../../src/engine/collections/blank-secrets'
import { collectionFormat } from '../../../../src/engine/collections/collection-format'
import { indexDocument } from '../../../../src/engine/collections/document-index'
import { readContainer, writeContainer } from '../../../../src/engine/collections/formats/container'
import { detectFormat } from '../../../../src/engine/collections/formats/detect-format'
import { readEnvironmentFile } from '../../../../src/engine/collections/formats/environment-file'
import { readExample } from '../../../../src/engine/collections/formats/example'
import { readCollection } from '../../../../src/engine/collections/formats/read-collection'
import { readHar } from '../../../../src/engine/collections/formats/read-har'
import { readRequestItem } from '../../../../src/engine/collections/formats/read-item'
import { runnableRequests } from '../../../../src/engine/collections/formats/runnable-requests'
import { writeRequestItem } from '../../../../src/engine/collections/formats/write-item'
import { readTree } from '../../../../src/engine/collections/read-nodes'
import { revisionOf } from '../../../../src/engine/collections/revision'
import { anyRequest } from '../../../helpers/any-request'
import { fixture } from '../../../helpers/postman-fixtures'

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value): JsonValue => JSON.parse(JSON.stringify(value))),
  fc.constantFrom<JsonValue>('__proto__', 'constructor', '', null, [], {}, [null], [[]], 1e308, '\ud800', 'a\u0000b'),
  fc.constant<JsonValue>(JSON.parse('{"__proto__": {"type": "x"}, "constructor": 1, "toString": null, "length": -1}')),
)

/** The document with the value at some places replaced by something else. */
function spoilt(value: JsonValue, picks: readonly (readonly [number, JsonValue])[]): JsonValue {
  let count = 0
  const places = new Map(picks)
  function walk(inner: JsonValue): JsonValue {
    count++
    if (count > 1 && places.has(count)) return places.get(count) ?? null
    if (Array.isArray(inner)) return inner.map((entry: JsonValue) => walk(entry))
    if (!isJsonObject(inner)) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, entry]) => [key, walk(entry)]))
  }
  return walk(value)
}

function countOf(value: JsonValue): number {
  if (Array.isArray(value)) return value.reduce((sum: number, entry: JsonValue) => sum + countOf(entry), 1)
  return isJsonObject(value) ? Object.values(value).reduce<number>((sum, entry) => sum + countOf(entry), 1) : 1
}

/** Nothing but an expected failure may come of a file. */
function orRefused<Result>(read: () => Result): Result | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const bytesOf = (value: JsonValue) => Buffer.from(JSON.stringify(value))

test.each(['every-form-2.1.json', 'every-form-2.0.json'])(
  '%s with anything in any place is read or refused',
  (name) => {
    const whole: JsonObject = JSON.parse(fixture(name).toString())
    const places = countOf(whole)
    const picks = fc.array(fc.tuple(fc.integer({ min: 2, max: places }), odd), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(picks, anyRequest, (chosen, request) => {
        const bytes = bytesOf(spoilt(whole, chosen))
        detectFormat(bytes)
        const read = orRefused(() => readCollection(bytes, 'x'))
        orRefused(() => collectionFormat.read(bytes, 'x.postman_collection.json'))
        if (read === null) return
        const { document } = read
        const before = JSON.stringify(document)
        const index = orRefused(() => indexDocument(document))
        if (index === null) return
        readTree({ fileName: 'x', content: document, problem: null })
        runnableRequests(document)
        expect(JSON.stringify(writeContainer(document, readContainer(document)))).toBe(before)
        for (const { kind, raw } of index.items) {
          revisionOf(raw)
          if (kind === 'example') readExample(raw)
          else if (kind === 'folder') expect(writeContainer(raw, readContainer(raw))).toBe(raw)
          else {
            expect(writeRequestItem(raw, readRequestItem(raw))).toBe(raw)
            expect(readRequestItem(writeRequestItem(raw, { request })).request).toEqual(request)
          }
        }
        JSON.stringify(blankSecrets(document))
        expect(JSON.stringify(document)).toBe(before)
        expect(Object.prototype).not.toHaveProperty('type')
      }),
      { numRuns: Number(process.env.FUZZ ?? 60) },
    )
  },
)

test('an environment or HAR file with anything in any place is read or refused', () => {
  const environment = { id: 'e', name: 'E', values: [{ key: 'a', value: '1', type: 'secret', enabled: true }] }
  const request = { method: 'POST', url: 'https://h/?a', headers: [{ name: 'a', value: 'b' }], postData: { text: 'x' } }
  const response = { status: 200, statusText: 'OK', headers: [], content: { text: '1' } }
  const har = { log: { version: '1.2', entries: [{ request, response }] } }
  const picks = fc.array(fc.tuple(fc.integer({ min: 2, max: 25 }), odd), { maxLength: 5 })
  fc.assert(
    fc.property(picks, (chosen) => {
      orRefused(() => readEnvironmentFile(bytesOf(spoilt(environment, chosen)), 'x'))
      const read = orRefused(() => readHar(bytesOf(spoilt(har, chosen)), 'x'))
      if (read) runnableRequests(read.document)
    }),
    { numRuns: Number(process.env.FUZZ ?? 300) },
  )
})
