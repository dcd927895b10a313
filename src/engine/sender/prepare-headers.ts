import type { HeaderPair } from '@shared/http/header-pair'
import type { RequestRow } from '@shared/request/request-template'
import { version } from '../../../package.json'
import { requestNotValid } from './request-not-valid'

/** RFC 9110: the characters of a token. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const forbiddenInValue = /[\u0000-\u0008\u000a-\u001f\u007f]/

export const userAgent = `LeadInspector/${version}`

/**
 * The headers in the order and case of their rows, then auth's, then the defaults for what neither sets. A row that is
 * switched off keeps the default of that name away too.
 * @throws AppError `request-not-valid` {detail}
 */
export function prepareHeaders(
  rows: readonly RequestRow[],
  auth: HeaderPair | null,
  contentType: string | null,
  fill: (text: string) => string,
): { readonly headers: readonly HeaderPair[]; readonly withoutHeaders: readonly string[] } {
  const headers: HeaderPair[] = []
  const named = new Set<string>()
  const switchedOff = new Set<string>()
  for (const row of rows) {
    const name = row.name.includes('{{') ? fill(row.name).trim() : row.name.trim()
    if (!row.enabled) {
      switchedOff.add(name.toLowerCase())
      continue
    }
    const value = fill(row.value)
    if (name === '' && value === '') continue
    checkHeader(name, value)
    headers.push([name, value.trim()])
    named.add(name.toLowerCase())
  }
  for (const name of named) switchedOff.delete(name)
  const add = (pair: HeaderPair, unlessSwitchedOff: boolean): void => {
    const key = pair[0].toLowerCase()
    if (named.has(key) || (unlessSwitchedOff && switchedOff.has(key))) return
    checkHeader(pair[0], pair[1])
    headers.push(pair)
  }
  if (auth !== null) add(auth, false)
  if (contentType !== null) add(['Content-Type', contentType], true)
  add(['User-Agent', userAgent], true)
  add(['Accept', '*/*'], true)
  return { headers, withoutHeaders: [...switchedOff] }
}

/** The name, never the value, is in the sentence: the value may be a secret. */
function checkHeader(name: string, value: string): void {
  if (name === '') throw requestNotValid('A header has a value but no name.')
  if (!token.test(name)) {
    throw requestNotValid(
      `A header's name has a character that is not allowed there: “${shortened(name)}”. Use letters, digits and hyphens.`,
    )
  }
  if (forbiddenInValue.test(value)) {
    throw requestNotValid(`The value of the header ${shortened(name)} has a line break or a control character in it.`)
  }
}

function shortened(name: string): string {
  return JSON.stringify(name.slice(0, 60)).slice(1, -1)
}
