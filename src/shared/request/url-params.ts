import { guardVariables } from '../url-doctor/variable-guard'
import type { RequestRow } from './request-template'

/** Rows hold names and values as they are written in the URL (mostly percent-encoded), so that nothing is put right unasked. */
type Cut = {
  readonly base: string
  /** Null where there is no `?`. */
  readonly query: string | null
  /** With its `#`. */
  readonly fragment: string
}

/** The rows of a URL after the URL was edited: one for each pair of its query, and the rows that were switched off. */
export function paramsOfUrl(url: string, rows: readonly RequestRow[]): readonly RequestRow[] {
  const { text, restore } = guardVariables(url)
  const pairs = pairsOf(cut(text).query).map((pair) => ({ ...splitPair(pair, restore), text: restore(pair) }))
  const unused = rows.filter((row) => row.enabled)
  const present = pairs.map((pair): RequestRow => {
    // A row that says the same stays as it was typed; one of the same name keeps its description.
    const same = unused.findIndex(
      (row) => pairText(row) === pair.text || (row.name === pair.name && row.value === pair.value),
    )
    const at = same >= 0 ? same : unused.findIndex((row) => row.name === pair.name)
    const [row] = at >= 0 ? unused.splice(at, 1) : []
    if (row && same >= 0) return row
    return { name: pair.name, value: pair.value, enabled: true, description: row?.description ?? '' }
  })
  return withSwitchedOff(present, rows)
}

/** The URL after its rows were edited: pairs that stay the same keep their spelling. */
export function urlOfParams(url: string, rows: readonly RequestRow[]): string {
  const { text, restore } = guardVariables(url)
  const { base, query, fragment } = cut(text)
  const written = new Map(
    pairsOf(query).map((pair) => {
      const { name, value } = splitPair(pair, restore)
      return [`${name}=${value}`, restore(pair)]
    }),
  )
  const pairs = rows
    .filter((row) => row.enabled && (row.name !== '' || row.value !== ''))
    .map((row) => written.get(`${row.name}=${row.value}`) ?? pairText(row))
  const hasQuery = pairs.length > 0
  return `${restore(base)}${hasQuery ? `?${pairs.join('&')}` : ''}${restore(fragment)}`
}

/** The rows of the `:name` segments of a URL's path, with the values that they had. */
export function pathVariablesOfUrl(url: string, rows: readonly RequestRow[]): readonly RequestRow[] {
  const { text, restore } = guardVariables(url)
  const path = cut(text).base.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
  const names = [...new Set([...path.matchAll(/\/:([^/]+)/g)].map((match) => restore(match[1] ?? '')))]
  return names.map(
    (name) => rows.find((row) => row.name === name) ?? { name, value: '', enabled: true, description: '' },
  )
}

/** What would end a pair or the query is encoded, the rest goes out as it is written. */
function pairText({ name, value }: Pick<RequestRow, 'name' | 'value'>): string {
  const guarded = guardVariables(name)
  const key = guarded.restore(guarded.text.replace(/[&#=]/g, encodeURIComponent))
  const rest = guardVariables(value)
  return `${key}=${rest.restore(rest.text.replace(/[&#]/g, encodeURIComponent))}`
}

function cut(text: string): Cut {
  const hash = text.indexOf('#')
  const whole = hash < 0 ? text : text.slice(0, hash)
  const question = whole.indexOf('?')
  return {
    base: question < 0 ? whole : whole.slice(0, question),
    query: question < 0 ? null : whole.slice(question + 1),
    fragment: hash < 0 ? '' : text.slice(hash),
  }
}

function pairsOf(query: string | null): readonly string[] {
  return (query ?? '').split('&').filter((pair) => pair !== '')
}

function splitPair(pair: string, restore: (text: string) => string): { readonly name: string; readonly value: string } {
  const at = pair.indexOf('=')
  return at < 0
    ? { name: restore(pair), value: '' }
    : { name: restore(pair.slice(0, at)), value: restore(pair.slice(at + 1)) }
}

/** Rows that are switched off stay behind as many others as before. */
function withSwitchedOff(present: readonly RequestRow[], before: readonly RequestRow[]): readonly RequestRow[] {
  const result: RequestRow[] = [...present]
  let enabledBefore = 0
  let inserted = 0
  for (const row of before) {
    if (row.enabled) enabledBefore += 1
    else {
      result.splice(Math.min(enabledBefore, present.length) + inserted, 0, row)
      inserted += 1
    }
  }
  return result
}
