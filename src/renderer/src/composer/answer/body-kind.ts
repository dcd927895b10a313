import type { Answer } from '@shared/answer/answer'
import { headerValue } from '@shared/http/header-pair'

export type BodyKind = 'empty' | 'json' | 'xml' | 'html' | 'image' | 'text' | 'binary'

/** How a body can be shown. `pretty`: on lines; `raw`: as it came; `preview`: as its reader sees it; `hex`: its bytes. */
export type BodyMode = 'pretty' | 'raw' | 'preview' | 'hex'

/** The media type of an answer in lower case, without its parameters; '' when it has none. */
export function mediaType(answer: Pick<Answer, 'headers'>): string {
  return (headerValue(answer.headers, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/** The charset that an answer names; `utf-8` where it names none that the window knows. */
export function charsetOf(answer: Pick<Answer, 'headers'>): string {
  const named = /charset\s*=\s*"?([^";\s]+)/i.exec(headerValue(answer.headers, 'content-type') ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(named).encoding
  } catch {
    return 'utf-8'
  }
}

/** What a body is: by its media type, and by its first character where that says nothing or is wrong. */
export function bodyKind(answer: Pick<Answer, 'headers' | 'bodySize' | 'bodyText'>): BodyKind {
  if (answer.bodySize === 0) return 'empty'
  const type = mediaType(answer)
  if (/^image\/[\w.+-]+$/.test(type)) return 'image'
  if (answer.bodyText === null) return 'binary'
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (/[/+]json$/.test(type)) return 'json'
  if (/[/+]xml$/.test(type)) return 'xml'
  const start = answer.bodyText.slice(0, 1000).trimStart()
  if (/^[{[]/.test(start)) return 'json'
  if (/^<!doctype html|^<html/i.test(start)) return 'html'
  return start.startsWith('<?xml') ? 'xml' : 'text'
}

/** The modes for a kind of body, the best first. */
export function modesOf(kind: BodyKind, hasText: boolean): readonly BodyMode[] {
  switch (kind) {
    case 'empty':
      return []
    case 'json':
    case 'xml':
      return ['pretty', 'raw', 'hex']
    case 'html':
      return ['raw', 'preview', 'hex']
    case 'image':
      return hasText ? ['preview', 'raw', 'hex'] : ['preview', 'hex']
    case 'text':
      return ['raw', 'hex']
    case 'binary':
      return ['hex']
  }
}
