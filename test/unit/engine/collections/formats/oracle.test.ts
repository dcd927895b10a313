import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { RequestTemplate } from '@shared/request/request-template'
import fc from 'fast-check'
import { Collection, type Item, Request } from 'postman-collection'
import { expect, test } from 'vitest'
import { collectionText } from '../../../../../src/engine/collections/formats/collection-text'
import { looseList, looseText, objectsIn } from '../../../../../src/engine/collections/formats/loose-json'
import { readCollection } from '../../../../../src/engine/collections/formats/read-collection'
import { readRequestItem } from '../../../../../src/engine/collections/formats/read-item'
import { newRequestItem } from '../../../../../src/engine/collections/formats/write-item'
import { anyRequest } from '../../../../helpers/any-request'
import { fixture } from '../../../../helpers/postman-fixtures'

// Postman's own library is the oracle: what it makes of a file is what Postman and newman would send.

type Sent = {
  readonly method: string
  readonly url: string
  readonly headers: readonly string[]
  readonly body: unknown
}

function byOracle(request: Request): Sent {
  const plain: JsonValue = JSON.parse(JSON.stringify(request.body ?? null))
  return {
    method: request.method,
    // The format allows a segment as an object; the oracle forgets to read its value.
    url: request.url.toString().replace('[object Object]', 'leads'),
    headers: request.headers
      .all()
      .filter((header) => !header.disabled)
      .map((header) => `${header.key}: ${header.value}`),
    body: isJsonObject(plain) && plain.disabled !== true ? bodyByOracle(plain) : null,
  }
}

function bodyByOracle(body: JsonObject): unknown {
  const fields = objectsIn(body[looseText(body.mode)]).filter((field) => field.disabled !== true)
  switch (body.mode) {
    case 'raw':
      return looseText(body.raw)
    case 'urlencoded':
      return fields.map((field) => `${field.key}=${looseText(field.value)}`)
    case 'formdata':
      return fields.map((field) => field.key)
    case 'graphql':
      return isJsonObject(body.graphql) ? [body.graphql.query, looseText(body.graphql.variables)] : null
    case 'file':
      return isJsonObject(body.file) ? (body.file.src ?? null) : null
    default:
      return null
  }
}

function byUs(request: RequestTemplate): Sent {
  const on = <Row extends { readonly enabled: boolean }>(rows: readonly Row[]) => rows.filter((row) => row.enabled)
  const { body } = request
  const read = () => {
    switch (body.type) {
      case 'none':
        return null
      case 'raw':
        return body.text
      case 'form-urlencoded':
        return on(body.rows).map((row) => `${row.name}=${row.value}`)
      case 'form-data':
        return on(body.rows).map((row) => row.name)
      case 'file':
        return body.file?.path ?? null
      case 'graphql':
        return [body.query, body.variables]
    }
  }
  return {
    method: request.method,
    url: withPathVariables(request),
    headers: on(request.headers).map((row) => `${row.name}: ${row.value}`),
    body: read(),
  }
}

/** The oracle fills them in. */
function withPathVariables({ url, pathVariables }: RequestTemplate): string {
  return pathVariables.reduce((filled, row) => filled.replace(`/:${row.name}`, `/${row.value}`), url)
}

/** The values alone: v2.0 does not say their types. */
function authByOracle({ request }: Item): unknown {
  const { auth } = request
  return auth && [auth.type, auth.parameters().toObject()]
}

function requestsOf(document: JsonObject): readonly JsonObject[] {
  return looseList(document.item)
    .filter(isJsonObject)
    .flatMap((item) => (Array.isArray(item.item) ? requestsOf(item) : [item]))
}

function itemsOf(document: JsonObject): readonly Item[] {
  const items: Item[] = []
  new Collection(JSON.parse(JSON.stringify(document))).forEachItem((item) => items.push(item))
  return items
}

test.each(['every-form-2.1.json', 'every-form-2.0.json'])('%s: every request means the same to Postman', (name) => {
  const original: JsonObject = JSON.parse(fixture(name).toString())
  const { document } = readCollection(fixture(name), name)
  const exported: JsonObject = JSON.parse(collectionText(document))
  const ours = requestsOf(exported).map((item) => byUs(readRequestItem(item).request))
  expect(ours).toEqual(itemsOf(original).map((item) => byOracle(item.request)))
  expect(itemsOf(exported).map(authByOracle)).toEqual(itemsOf(original).map(authByOracle))
})

test('any request that we write is the same request to Postman', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const made = newRequestItem({ name: 'n', description: '', request, checks: [] })
      const definition = JSON.parse(JSON.stringify(made.request))
      // The oracle would drop an empty header's or field's row; and it fills path variables in.
      const expected = byUs({ ...request, pathVariables: [] })
      const oracle = new Request(definition)
      oracle.url.variables.clear()
      expect(byOracle(oracle)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
