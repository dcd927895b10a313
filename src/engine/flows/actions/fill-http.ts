import type { HttpAction } from '@shared/flow/action'
import type { HeaderPair } from '@shared/http/header-pair'
import { headerValue } from '@shared/http/header-pair'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { StepError } from '@shared/run/run'
import { fillTemplate, type TriggerOutputs } from '@shared/template/fill-template'
import { parseTemplate } from '@shared/template/template'
import { checkLength } from '@shared/template/text-too-long'
import { findAddressFault } from '../fixed-host'
import { type StepShown, stepError } from '../step-result'
import { capValue, headerValues } from '../step-values'
import { escapeHtml } from './html-text'

export type FilledRequest = { readonly url: URL; readonly headers: readonly HeaderPair[]; readonly body: string }

export type RequestFilling = { readonly shown: StepShown } & (
  | { readonly ok: true; readonly request: FilledRequest }
  | { readonly ok: false; readonly error: StepError }
)

/** Fills an *HTTP* step: values are encoded for where they stand, and the host stays as the definition says. */
export function fillHttp(action: HttpAction, outputs: TriggerOutputs): RequestFilling {
  const url = fillTemplate(action.url.trim(), outputs, encodeValue)
  const filledHeaders = action.headers.map(({ name, value }) => ({ name, ...fillTemplate(value, outputs) }))
  const headers = filledHeaders.map(({ name, text }): HeaderPair => [name, headerText(text)])
  const body = fillBody(action.body, headerValue(headers, 'content-type') ?? '', outputs)
  const shown: StepShown = {
    inputs: [
      { name: 'method', value: action.method },
      { name: 'uri', value: capValue(maskUrlSecrets(url.text)) },
      ...headerValues(headers),
      ...(body.text === '' ? [] : [{ name: 'body', value: capValue(body.text) }]),
    ],
    outputs: [],
    blankTokens: [...new Set([...url.blank, ...filledHeaders.flatMap(({ blank }) => blank), ...body.blank])],
  }
  if (findAddressFault(action.url) !== null || !URL.canParse(url.text)) {
    return { ok: false, shown, error: stepError('url-not-valid', { url: maskUrlSecrets(url.text) }) }
  }
  if (countDots(url.text) > countDots(action.url)) return { ok: false, shown, error: stepError('url-path-changed') }
  return { ok: true, shown, request: { url: new URL(url.text), headers, body: body.text } }
}

/** Parts of a path that stand for this folder or the one above. */
function countDots(url: string): number {
  const path = /^[^?#]*/.exec(url)?.[0] ?? ''
  return path.split(/[/\\]/).filter((part) => /^(\.|%2e){1,2}$/i.test(part)).length
}

function headerText(value: string): string {
  return value.replace(/[^\t\x20-\x7e\xa0-\xff]+/g, ' ').trim()
}

function fillBody(template: string, contentType: string, outputs: TriggerOutputs): ReturnType<typeof fillTemplate> {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/json' || type.endsWith('+json')) return fillJson(template, outputs)
  if (type === 'application/x-www-form-urlencoded') return fillTemplate(template, outputs, encodeValue)
  if (/\b(html|xml)$/.test(type)) return fillTemplate(template, outputs, escapeHtml)
  return fillTemplate(template, outputs)
}

/** JSON stays JSON: within quotes a value is escaped; alone it is the value itself, `null` where the lead has none. */
function fillJson(template: string, outputs: TriggerOutputs): ReturnType<typeof fillTemplate> {
  const blank: string[] = []
  const unknown: string[] = []
  let text = ''
  let quoted = false
  for (const part of parseTemplate(template)) {
    if (part.kind === 'text') {
      for (const mark of part.text.matchAll(/\\.|"/gs)) if (mark[0] === '"') quoted = !quoted
      text += part.text
      continue
    }
    const filled = fillTemplate(part.written, outputs, quoted ? withinQuotes : jsonValue)
    blank.push(...filled.blank)
    unknown.push(...filled.unknown)
    checkLength(text.length + filled.text.length)
    text += filled.text
  }
  return { text, blank, unknown }
}

/** Half a surrogate pair, which JSON may bring, has no encoding: it becomes U+FFFD. */
function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed())
}

function withinQuotes(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}

function jsonValue(value: string): string {
  if (value === '') return 'null'
  try {
    JSON.parse(value)
    return value
  } catch {
    return JSON.stringify(value)
  }
}
