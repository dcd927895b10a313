import type { DiagnosisCode } from '@shared/lead/diagnosis'

/** Traces that copying leaves in a URL. */
export type UrlDamage = Extract<
  DiagnosisCode,
  'url-has-quotes' | 'url-has-space' | 'double-slash' | 'ampersand-escaped'
>

// Straight, curly and back quotes, raw or percent-encoded (curly ones as UTF-8).
const quotes = /["'`<>]|%(?:22|27|60|3c|3e)|%e2%80%(?:98|99|9c|9d)/gi
// Spaces, tabs, line breaks, non-breaking and zero-width spaces. A `+` never occurs in a flow's URL, so it is a space.
const spaces = /[\s+]|%(?:20|09|0a|0d|2b)|%c2%a0|%e2%80%8b/gi

/** The damage of a path or value that does not fit; null when nothing speaks for one. */
export function findDamage(text: string): Extract<UrlDamage, 'url-has-quotes' | 'url-has-space'> | null {
  if (text.search(quotes) !== -1) return 'url-has-quotes'
  return text.search(spaces) !== -1 ? 'url-has-space' : null
}

/** The text as it was before the damage, to find which flow was meant. */
export function mendDamage(text: string): string {
  return text
    .replace(quotes, '')
    .replace(spaces, '')
    .replace(/\/{2,}/g, '/')
}

/** `&amp;` for `&`: the URL was copied from the source of a web page or an XML file. */
export function hasEscapedAmpersand(target: string): boolean {
  return /(?:&|%26)amp(?:;|%3b)/i.test(target)
}
