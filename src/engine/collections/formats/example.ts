import type { ExampleContent } from '@shared/collection/node-content'
import type { JsonObject, JsonValue } from '@shared/json-value'
import { looseText } from './loose-json'
import { readHeaders, readRequest } from './read-request'
import { newRequestItem } from './write-item'

/** A saved answer (an entry of `response`). */
export function readExample(raw: JsonObject): ExampleContent {
  const original = raw.originalRequest
  const status = typeof raw.code === 'number' && Number.isInteger(raw.code) ? raw.code : null
  const reason = looseText(raw.status)
  return {
    name: looseText(raw.name).trim() || [status, reason].filter(Boolean).join(' ') || 'Example',
    request: original === undefined || original === null ? null : readRequest(original),
    status,
    reason,
    headers: readHeaders(raw.header)
      .filter((row) => row.enabled)
      .map((row) => [row.name, row.value]),
    body: looseText(raw.body),
  }
}

/** A new entry of `response`. */
export function newExampleItem(content: ExampleContent): JsonObject {
  const contentType = content.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return {
    name: content.name,
    ...(content.request && { originalRequest: originalRequest(content) }),
    status: content.reason,
    ...(content.status !== null && { code: content.status }),
    _postman_previewlanguage: contentType.includes('json') ? 'json' : 'text',
    header: content.headers.map(([key, value]) => ({ key, value })),
    cookie: [],
    body: content.body,
  }
}

function originalRequest(content: ExampleContent): JsonValue {
  if (!content.request) return null
  const item = newRequestItem({ name: content.name, description: '', request: content.request, checks: [] })
  return item.request ?? null
}
