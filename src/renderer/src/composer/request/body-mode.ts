import { assertNever } from '@shared/assert-never'
import type { RequestBody } from '@shared/request/request-template'

/** The kinds of body as they are offered: a text's language is a kind of its own. */
export const bodyModes = [
  'none',
  'json',
  'text',
  'xml',
  'html',
  'javascript',
  'form-urlencoded',
  'form-data',
  'file',
  'graphql',
] as const

export type BodyMode = (typeof bodyModes)[number]

export function bodyModeOf(body: RequestBody): BodyMode {
  return body.type === 'raw' ? body.language : body.type
}

/**
 * The body after another kind was chosen. A text stays when only its language changes, and rows when one kind of form
 * becomes the other. @param kept what the chosen kind had before; null for nothing
 */
export function bodyOfMode(mode: BodyMode, from: RequestBody, kept: RequestBody | null): RequestBody {
  switch (mode) {
    case 'none':
      return { type: 'none' }
    case 'json':
    case 'text':
    case 'xml':
    case 'html':
    case 'javascript': {
      const text = from.type === 'raw' ? from.text : kept?.type === 'raw' ? kept.text : ''
      return { type: 'raw', language: mode, text }
    }
    case 'form-urlencoded':
      if (from.type === 'form-data') {
        const rows = from.rows.map(({ name, value, enabled, description }) => ({ name, value, enabled, description }))
        return { type: 'form-urlencoded', rows }
      }
      return kept ?? { type: 'form-urlencoded', rows: [] }
    case 'form-data':
      if (from.type === 'form-urlencoded') {
        return { type: 'form-data', rows: from.rows.map((row) => ({ ...row, contentType: '', files: null })) }
      }
      return kept ?? { type: 'form-data', rows: [] }
    case 'file':
      return kept ?? { type: 'file', file: null }
    case 'graphql':
      return kept ?? { type: 'graphql', query: '', variables: '' }
    default:
      return assertNever(mode)
  }
}
