// What copying leaves in a URL. The receiver looks for it in what arrived, the composer in what is pasted.

/** Straight, curly, angle and back quotes, raw, percent-encoded (UTF-8) or as HTML entities. */
const quotes =
  /["'`<>\u2018-\u201f\u00ab\u00bb\u2039\u203a]|%(?:22|27|60|3c|3e)|%e2%80%(?:9[89a-f]|b[9a])|%c2%(?:ab|bb)|&(?:quot|apos|lt|gt|#0*3[49]|#0*6[02]|#x2[27]|#x3[ce]);/gi

/** Spaces, tabs, line breaks, non-breaking, zero-width and direction marks. A `+` never occurs in a flow's URL, so it is a space. */
const spaces =
  /[\s+\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|%(?:20|09|0a|0d|2b)|%c2%a[0d]|%e2%80%(?:8[b-f]|a[a-f89])|%e2%81%a[0-9]|%ef%bb%bf|&nbsp;|&#(?:160|xa0);/gi

/** `&` as HTML, XML or JSON write it, perhaps several times over, perhaps percent-encoded. */
const ampersands = /(?:(?:&|%26)(?:amp|#0*38|#x0*26)(?:;|%3b)|\\u0026)(?:(?:amp|#0*38|#x0*26)(?:;|%3b))*/gi

/** The damage of a path or value that does not fit; null when nothing speaks for one. */
export function findDamage(text: string): 'url-has-quotes' | 'url-has-space' | null {
  if (text.search(quotes) !== -1) return 'url-has-quotes'
  return text.search(spaces) !== -1 ? 'url-has-space' : null
}

/** The text as it was before the damage, to find which flow was meant. */
export function mendDamage(text: string): string {
  return withoutSpaces(withoutQuotes(text)).replace(/\/{2,}/g, '/')
}

/** `&amp;` for `&`: the URL was copied from the source of a web page or an XML file. */
export function hasEscapedAmpersand(target: string): boolean {
  return target.search(ampersands) !== -1
}

export function withoutQuotes(text: string): string {
  return text.replace(quotes, '')
}

export function withoutSpaces(text: string): string {
  return text.replace(spaces, '')
}

export function withPlainAmpersands(text: string): string {
  return text.replace(ampersands, '&')
}

/** The text without quotes and spaces, and where each of its characters stood. */
export function compact(text: string): { readonly text: string; readonly places: readonly number[] } {
  const skipped = new Set<number>()
  for (const pattern of [quotes, spaces]) {
    for (const match of text.matchAll(pattern)) {
      for (let at = 0; at < match[0].length; at++) skipped.add(match.index + at)
    }
  }
  const places = Array.from({ length: text.length }, (_, at) => at).filter((at) => !skipped.has(at))
  return { text: places.map((at) => text[at]).join(''), places }
}
