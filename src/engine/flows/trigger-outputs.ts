import { headerValue } from '@shared/http/header-pair'
import type { TriggerOutputs } from '@shared/template/fill-template'
import { readContentType } from '../ingest/content-type'
import { parseJson } from '../ingest/parse-json'
import type { ReadBody } from '../ingest/read-body'
import type { ReceivedRequest } from '../receiver/received-request'
import type { TriggerInput } from '../storage/read-lead'

/** What the tokens of a flow's steps read, when its lead comes. */
export function outputsOf(
  request: Pick<ReceivedRequest, 'headers'>,
  { content }: Pick<ReadBody, 'content'>,
): TriggerOutputs {
  return {
    headers: request.headers,
    body: content.kind === 'json' || content.kind === 'text' ? content.value : undefined,
  }
}

/** The same from a stored lead, with the whole text of its body. */
export function storedOutputs({ headers, bodyText }: TriggerInput): TriggerOutputs {
  const text = bodyText ?? ''
  if (text === '') return { headers, body: null }
  if (!readContentType(headerValue(headers, 'content-type')).isJson) return { headers, body: text }
  const parsed = parseJson(text)
  return { headers, body: parsed.ok ? parsed.value : undefined }
}
