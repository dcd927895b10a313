import { headerValue } from '@shared/http/header-pair'
import type { JsonValue } from '@shared/json-value'
import type { Diagnosis } from '@shared/lead/diagnosis'
import type { Finding } from '@shared/lead/finding'
import { type RecognisedLead, recognise } from '@shared/lead/recognise'
import type { ReceivedRequest } from '../receiver/received-request'
import { readContentType } from './content-type'
import { decodeBody } from './decode-body'
import { decodeText } from './decode-text'
import { parseJson } from './parse-json'

/** A request's body, read as far as it can be. */
export type ReadBody = {
  readonly text: string | null
  readonly charset: string | null
  /** What the flow's later steps would see: the JSON value, or the text where the content type is not JSON. */
  readonly content:
    | { readonly kind: 'json'; readonly value: JsonValue }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'broken-json'; readonly message: string }
    | { readonly kind: 'undecodable'; readonly diagnosis: Diagnosis }
  /** The lead in it, looked for even where the content type hides it from the flow. */
  readonly lead: RecognisedLead | null
  /** Of reading only; the schema's come later. */
  readonly findings: readonly Finding[]
}

/** Decodes, parses and recognises. At once for a plain body; as a promise for one in a content-encoding. */
export function readBody(request: ReceivedRequest): ReadBody | Promise<ReadBody> {
  const type = readContentType(headerValue(request.headers, 'content-type'))
  const decoded = decodeBody(request.body, headerValue(request.headers, 'content-encoding'), type.charset)
  return decoded instanceof Promise
    ? decoded.then((body) => readDecoded(body, type.isJson, type.findings))
    : readDecoded(decoded, type.isJson, type.findings)
}

/** The same for a body whose content-encoding is of no matter or not to be undone: always at once. */
export function readPlainBody(request: ReceivedRequest): ReadBody {
  const type = readContentType(headerValue(request.headers, 'content-type'))
  const decoded = { ok: true, bytes: request.body, ...decodeText(request.body, type.charset) } as const
  return readDecoded(decoded, type.isJson, type.findings)
}

function readDecoded(
  decoded: Awaited<ReturnType<typeof decodeBody>>,
  isJson: boolean,
  typeFindings: readonly Finding[],
): ReadBody {
  if (!decoded.ok) {
    const content = { kind: 'undecodable', diagnosis: decoded.diagnosis } as const
    return { text: null, charset: null, content, lead: null, findings: [] }
  }
  const { text, charset } = decoded
  const about = [...decoded.findings, ...typeFindings]
  if (text === null) return { text, charset, content: { kind: 'text', value: '' }, lead: null, findings: about }
  // An empty body is no broken JSON to the trigger: the run starts, and every token is blank.
  if (text === '') return { text, charset, content: { kind: 'json', value: null }, lead: null, findings: about }
  const parsed = parseJson(text)
  if (!parsed.ok) {
    if (!isJson) return { text, charset, content: { kind: 'text', value: text }, lead: null, findings: about }
    const content = { kind: 'broken-json', message: parsed.message } as const
    return { text, charset, content, lead: null, findings: [...about, parsed.finding] }
  }
  const lead = recognise(parsed.value)
  const findings = lead ? [...about, ...lead.findings] : about
  const content = isJson ? ({ kind: 'json', value: parsed.value } as const) : ({ kind: 'text', value: text } as const)
  return { text, charset, content, lead, findings }
}
