import { compact, withoutQuotes, withoutSpaces, withPlainAmpersands } from './copy-damage'
import { cutUrl, isLoopback, queryPairs, queryValue } from './flow-url-parts'
import type { MendableCode } from './url-report'

/** Changes a URL that has one kind of damage, and leaves every other as it is. */
export type MendRule = { readonly code: MendableCode; readonly mend: (url: string) => string }

const schemeStart = /https?:\/\//gi
const wholeSignature = /(?:[?&;]|%26|\\u0026)sig=[A-Za-z0-9_-]{43}/i
/** A signed URL ends with its signature, a tenant-only one with its API version. */
const knownEnd = /(?:[?&;]|%26|\\u0026)(?:sig=[A-Za-z0-9_-]{43}|api-version=(?:1|20\d\d-\d\d-\d\d))/gi
const flowHostEnd = /\.(?:logic\.azure|api\.powerplatform)\.com/i
const localHostStart = /(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?\//i

/** For a flow's URL, in the order in which they are used: what is around it first, then what is in it. */
export const flowRules: readonly MendRule[] = [
  { code: 'encoded-whole', mend: decodeWhole },
  { code: 'doubled', mend: takeOneOf },
  { code: 'text-after', mend: (url) => cutBehindEnd(url, false) },
  { code: 'has-space', mend: withoutSpaces },
  { code: 'has-quotes', mend: withoutQuotes },
  { code: 'has-backslashes', mend: (url) => url.replace(/\\(?=\/)/g, '') },
  { code: 'ampersand-escaped', mend: withPlainAmpersands },
  { code: 'text-before', mend: cutBeforeStart },
  { code: 'scheme-missing', mend: withScheme },
  { code: 'http-not-https', mend: withHttps },
  { code: 'double-slash', mend: withSingleSlashes },
  { code: 'encoded-twice', mend: (url) => url.replace(/([?&]sp=)%252F([^&]*)/i, decodeOnce) },
  { code: 'api-version-missing', mend: withApiVersion },
]

/** For any other URL only what cannot be meant: blanks around it, line breaks and unseen characters, quotes around it. */
export const otherRules: readonly MendRule[] = [
  {
    code: 'has-space',
    mend: (url) => url.replace(/[\t\r\n\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '').trim(),
  },
  {
    code: 'has-quotes',
    mend: (url) => url.replace(/^(["'`<\u2018-\u201f\u00ab])(.+)(["'`>\u2018-\u201f\u00bb])$/s, '$2'),
  },
  { code: 'ampersand-escaped', mend: withPlainAmpersands },
]

/** `https%3A%2F%2F…`: the URL was a value in another URL. */
function decodeWhole(url: string): string {
  if (!/^\W*https?%3a%2f%2f/i.test(url)) return url
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** Pasted over half of itself, or twice: the copy with a whole signature counts, else the longest. */
function takeOneOf(url: string): string {
  const { text, places } = compact(url)
  const starts = [...text.matchAll(schemeStart)].map(({ index }) => index)
  const copies = starts
    .map((from, at) => ({ from, to: starts[at + 1] ?? text.length }))
    .filter(({ from, to }) => isFlowLike(text.slice(from, to)))
  const [first] = copies
  if (first === undefined || starts.length < 2) return cutBehindEnd(url, true)
  const best =
    copies.find(({ from, to }) => wholeSignature.test(text.slice(from, to))) ??
    copies.reduce((longest, copy) => (copy.to - copy.from > longest.to - longest.from ? copy : longest), first)
  const from = best === first && best.from === starts[0] ? 0 : (places[best.from] ?? 0)
  const to = best.to === text.length ? url.length : (places[best.to] ?? url.length)
  return url.slice(from, to)
}

function isFlowLike(text: string): boolean {
  return flowHostEnd.test(text) || /\/workflows\//i.test(text)
}

/** Cuts what follows the URL: with `asCopy` only another copy of it without a scheme, else only other text. */
function cutBehindEnd(url: string, asCopy: boolean): string {
  const { text, places } = compact(url)
  const end = wholeEnd(text)
  if (end === null) return url
  const after = (places[end - 1] ?? 0) + 1
  const rest = text.slice(end)
  if (rest === '' || /^(?:[&#]|%26|\\u0026)/.test(rest)) return url
  // Letters without a gap would be a longer value, and nobody knows where it ends.
  const isApart = /[^A-Za-z0-9_-]/.test(url.charAt(after))
  if (!isApart && !/^\/?\/?(?:[a-z0-9-]+\.)+(?:logic\.azure|api\.powerplatform)\.com/i.test(rest)) return url
  return isFlowLike(rest) === asCopy ? url.slice(0, after) : url
}

/** Where a whole URL ends in a compact text: behind its last known value; null when there is none. */
function wholeEnd(text: string): number | null {
  const ends = [...text.matchAll(knownEnd)]
  const last = ends.find(({ 0: found }) => /sig=/i.test(found)) ?? ends[0]
  return last === undefined ? null : last.index + last[0].length
}

/** Words before the URL: "HTTP POST URL: https://…". */
function cutBeforeStart(url: string): string {
  const start = url.search(/https?:\/\//i)
  if (start > 0) return url.slice(start)
  if (start === 0) return url
  const host = hostStart(url)
  const before = /^(.*[^a-z/])(?=(?:h?t{0,2}p?s?:?\/*)$)/is.exec(url.slice(0, host))
  return before?.[1] === undefined ? url : url.slice(before[1].length)
}

/** No scheme, or a piece of one: `prod-18.…`, `//prod-18.…`, `ttps://prod-18.…`, `https:/prod-18.…`. */
function withScheme(url: string): string {
  const match = /^(https?):\/\/(?!\/)/i.exec(url)
  if (match !== null) return url
  const bare = url.replace(/^(?:h?t{0,2}ps?)?:?\/+|^h?t{0,2}ps?:(?=\D)/i, '')
  const { host } = cutUrl(bare)
  const scheme = isLoopback(host) || /^http:/i.test(url) ? 'http' : 'https'
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? url : `${scheme}://${bare}`
}

/** The real hosts speak only HTTPS; this computer and tunnels are left as they are. */
function withHttps(url: string): string {
  return /\.(?:logic\.azure|api\.powerplatform)\.com$/i.test(cutUrl(url).host) ? url.replace(/^http:/i, 'https:') : url
}

function withSingleSlashes(url: string): string {
  const queryAt = url.indexOf('?')
  const end = queryAt === -1 ? url.length : queryAt
  return url.slice(0, end).replace(/([^:/])\/{2,}/g, '$1/') + url.slice(end)
}

function decodeOnce(found: string): string {
  return found.replaceAll(/%25/gi, '%')
}

/** Which version belongs to which address is known, so it can be put back where a signature is there. */
function withApiVersion(url: string): string {
  const { host, path, query } = cutUrl(url)
  const pairs = queryPairs(query)
  if (query === null || queryValue(pairs, 'api-version') !== null || queryValue(pairs, 'sig') === null) return url
  const isNew = /powerplatform\.com$/i.test(host) || /\/powerautomate\//i.test(path)
  const rest = pairs.filter(({ name }) => name.toLowerCase() !== 'api-version')
  const text = rest.map(({ name, value }) => `${name}=${value}`).join('&')
  return url.replace(/\?[^#]*/, () => `?api-version=${isNew ? '1' : '2016-06-01'}&${text}`)
}

/** Where the host begins: found from its end, because looking for its labels from every place takes too long. */
function hostStart(url: string): number {
  let start = url.search(flowHostEnd)
  if (start === -1) return Math.max(0, url.search(localHostStart))
  while (start > 0 && /[a-z0-9.-]/i.test(url.charAt(start - 1))) start -= 1
  return start
}
