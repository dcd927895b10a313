import type { Finding, FindingCode } from '@shared/lead/finding'
import { type JsonSpan, type ReadSpans, spanDepthLimit } from '@shared/lead/json-spans'
import { placeOfPointer } from '@shared/lead/span-value'
import { type JsonHint, jsonHint } from './json-hint'

/** A finding in its place in the text: offsets in UTF-16 units, lines from 1. */
export type PlacedFinding = {
  readonly key: string
  readonly finding: Finding
  readonly from: number
  readonly to: number
  readonly line: number
  /** A usual reason for the error; null when there is none to name. */
  readonly hint: JsonHint | 'variable-breaks-json' | null
}

/** Longer texts are not checked while they are typed. */
export const checkedLength = 300_000

/** What these say depends on the value, which a variable has only when it is sent. */
const aboutValue: ReadonlySet<FindingCode> = new Set([
  'schema-mismatch',
  'email-not-valid',
  'action-code-unknown',
  'lead-source-unknown',
  'field-not-text',
  'do-not-contact',
])

/** Where a text breaks as JSON. */
export function placeProblem(text: string, read: ReadSpans): readonly PlacedFinding[] {
  if (read.ok) return []
  const { at, expected } = read.problem
  const line = lineOf(text, at)
  const found = at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : ''
  const column = at - text.lastIndexOf('\n', at - 1)
  const finding: Finding =
    expected === null
      ? { severity: 'error', code: 'json-too-deep', pointer: '', params: { limit: spanDepthLimit } }
      : {
          severity: 'error',
          code: 'json-error',
          pointer: '',
          params: { line, column, expected, found, foundKind: found === '' ? 'end' : 'character' },
        }
  const hint = jsonHint(text, at)
  return [{ key: 'json', finding, from: at, to: Math.min(text.length, at + Math.max(1, found.length)), line, hint }]
}

/** Values that stop being JSON when their variables are filled in. */
export function placeBroken(text: string, broken: readonly JsonSpan[]): readonly PlacedFinding[] {
  return broken.map((span) => {
    const finding: Finding = { severity: 'error', code: 'json-error', pointer: '' }
    const { from, to } = span
    return { key: `broken ${from}`, finding, from, to, line: lineOf(text, from), hint: 'variable-breaks-json' }
  })
}

/**
 * Findings by where their values stand; one about something that is not there stands at the key or the opening brace of
 * what lacks it.
 */
export function placeFindings(
  text: string,
  root: JsonSpan,
  findings: readonly Finding[],
  unknown: ReadonlySet<JsonSpan>,
): readonly PlacedFinding[] {
  const placed: PlacedFinding[] = []
  for (const finding of findings) {
    const place = placeOfPointer(root, finding.pointer)
    if (place && unknown.has(place.value) && aboutValue.has(finding.code)) continue
    const { from, to } = rangeOf(finding, place, root)
    const key = `${finding.code} ${finding.pointer} ${finding.field ?? ''} ${finding.message ?? ''}`
    placed.push({ key, finding, from, to, line: lineOf(text, from), hint: null })
  }
  return placed.sort((one, other) => one.from - other.from)
}

/** Said of a key, not of its value. */
const aboutKey: ReadonlySet<FindingCode> = new Set(['key-case-differs', 'duplicate-key', 'field-undocumented'])

function rangeOf(
  finding: Finding,
  place: ReturnType<typeof placeOfPointer>,
  root: JsonSpan,
): { readonly from: number; readonly to: number } {
  const value = place?.value ?? root
  const isWide = value.kind === 'object' || value.kind === 'array'
  if (place?.member && (aboutKey.has(finding.code) || isWide)) {
    return { from: place.member.keyFrom, to: place.member.keyTo }
  }
  return isWide ? { from: value.from, to: value.from + 1 } : { from: value.from, to: value.to }
}

function lineOf(text: string, at: number): number {
  let line = 1
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++
  return line
}
