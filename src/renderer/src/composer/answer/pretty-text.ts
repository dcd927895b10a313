import type { CodeLanguage } from '../../inbox/detail/code-extensions'
import { formatJson } from '../../inbox/detail/format-json'
import type { BodyKind } from './body-kind'
import { formatXml } from './format-xml'

/**
 * A body on lines, for reading; null where it is not what it says it is and is shown as it came.
 * @param isTruncated only the first part is at hand, which cannot be checked as a whole
 */
export function prettyText(text: string, kind: BodyKind, isTruncated: boolean): string | null {
  if (kind === 'xml') return formatXml(text)
  if (kind !== 'json') return null
  if (isTruncated) return /^\s*[{[]/.test(text) ? formatJson(text) : null
  try {
    JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
  return formatJson(text)
}

export function codeLanguageOf(kind: BodyKind): CodeLanguage {
  if (kind === 'json') return 'json'
  return kind === 'xml' || kind === 'html' ? 'xml' : 'text'
}
