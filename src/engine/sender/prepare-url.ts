import type { RequestRow } from '@shared/request/request-template'
import { requestNotValid } from './request-not-valid'

/** The parts of a URL as a text: nothing is decoded or put right, so that what is sent is what was written. */
type UrlParts = { readonly origin: string; readonly path: string; readonly query: string }

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const controlCharacter = /[\u0000-\u001f\u007f]/

/**
 * The URL to send to: path variables (`/:id`) put in. Its query is taken as written; `params` only fill it when the URL
 * has none, since the two say the same otherwise.
 * @param filled as written, with its variables filled in
 * @throws AppError `request-not-valid` {detail}
 */
export function prepareUrl(
  filled: string,
  params: readonly RequestRow[],
  pathVariables: readonly RequestRow[],
  fill: (text: string) => string,
): string {
  const text = filled.trim()
  checkUrl(text)
  const parts = splitUrl(text)
  const path = pathVariables.length === 0 ? parts.path : fillPath(parts.path, pathVariables, fill)
  const query = parts.query !== '' || text.includes('?') ? parts.query : queryOf(params, fill)
  const url = parts.origin + path + query
  if (!URL.canParse(url))
    throw requestNotValid('The URL cannot be read as an address. Copy it again and paste all of it.')
  return url
}

/** Adds a pair to the query, encoded. */
export function withQueryPair(url: string, name: string, value: string): string {
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
  return `${url}${url.includes('?') ? (/[?&]$/.test(url) ? '' : '&') : '?'}${pair}`
}

function checkUrl(text: string): void {
  if (text === '') throw requestNotValid('The URL is empty. Paste the HTTP POST URL of the flow.')
  // new URL() would silently leave these out, and the secret in the URL with them.
  if (controlCharacter.test(text)) {
    throw requestNotValid('The URL has a line break or a tab in it. Copy it again and paste it as one line.')
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) throw requestNotValid('The URL does not begin with http:// or https://.')
  if (scheme !== 'http' && scheme !== 'https') {
    throw requestNotValid(`The URL begins with ${scheme}://. Only http:// and https:// can be sent to.`)
  }
}

/** The fragment is left out: it is never sent. */
function splitUrl(text: string): UrlParts {
  const hash = text.indexOf('#')
  const whole = hash < 0 ? text : text.slice(0, hash)
  const question = whole.indexOf('?')
  const beforeQuery = question < 0 ? whole : whole.slice(0, question)
  const slash = beforeQuery.indexOf('/', beforeQuery.indexOf('://') + 3)
  return {
    origin: slash < 0 ? beforeQuery : beforeQuery.slice(0, slash),
    path: slash < 0 ? '' : beforeQuery.slice(slash),
    query: question < 0 ? '' : whole.slice(question),
  }
}

function fillPath(path: string, rows: readonly RequestRow[], fill: (text: string) => string): string {
  return path.replace(/\/:([^/]+)/g, (whole, name: string) => {
    const row = rows.find((candidate) => candidate.enabled && candidate.name === name)
    // A value may not end the path by itself; what is encoded already stays so.
    return row === undefined ? whole : `/${fill(row.value).replace(/[/?#]/g, encodeURIComponent)}`
  })
}

function queryOf(params: readonly RequestRow[], fill: (text: string) => string): string {
  const pairs = params
    .filter((row) => row.enabled && row.name !== '')
    .map((row) => `${encodeQueryText(fill(row.name))}=${encodeQueryText(fill(row.value))}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** Only what would end the pair: rows hold the query as it is written, mostly encoded already. */
function encodeQueryText(text: string): string {
  return text.replace(/[&#]/g, encodeURIComponent)
}
