import { type JsonSpan, type ReadSpans, readSpans } from '@shared/lead/json-spans'
import { placeOfPointer } from '@shared/lead/span-value'
import type { SchemaProblem } from '@shared/schema/schema-problem'
import { type PlacedFinding, placeProblem } from '../composer/body/body-findings'

/** A problem in its place in the schema's text: offsets in UTF-16 units, lines from 1. */
export type PlacedProblem = { readonly from: number; readonly to: number; readonly line: number } & (
  | { readonly kind: 'schema'; readonly problem: SchemaProblem }
  /** The text breaks as JSON, which the window sees by itself. */
  | { readonly kind: 'json'; readonly finding: PlacedFinding }
)

/**
 * Problems by their places.
 * @param problems what the engine said of this very text; null while it has not
 */
export function placeProblems(text: string, problems: readonly SchemaProblem[] | null): readonly PlacedProblem[] {
  if (text.trim() === '') return []
  const spans = readSpans(text)
  if (!spans.ok)
    return placeProblem(text, spans).map((finding) => {
      const { from, to, line } = finding
      return { kind: 'json', finding, from, to, line }
    })
  return (problems ?? [])
    .map((problem): PlacedProblem => {
      const range = rangeOf(problem, spans)
      return { kind: 'schema', problem, ...range, line: text.slice(0, range.from).split('\n').length }
    })
    .sort((one, other) => one.from - other.from)
}

/** Said of a keyword, not of its value. */
const aboutKey: ReadonlySet<SchemaProblem['code']> = new Set(['keyword-unknown'])

function rangeOf(
  { code, pointer }: SchemaProblem,
  spans: Extract<ReadSpans, { ok: true }>,
): { readonly from: number; readonly to: number } {
  // Variables are no JSON, although requests may have them.
  const variable = code === 'not-json' ? findVariable(spans.root) : null
  if (variable) return { from: variable.from, to: variable.to }
  const place = placeOfPointer(spans.root, pointer)
  const value = place?.value ?? spans.root
  const isWide = value.kind === 'object' || value.kind === 'array'
  if (place?.member && (aboutKey.has(code) || isWide)) return { from: place.member.keyFrom, to: place.member.keyTo }
  return isWide ? { from: value.from, to: value.from + 1 } : { from: value.from, to: value.to }
}

function findVariable(span: JsonSpan): JsonSpan | null {
  if (span.kind === 'variable') return span
  const parts =
    span.kind === 'object' ? span.members.map(({ value }) => value) : span.kind === 'array' ? span.items : []
  for (const part of parts) {
    const found = findVariable(part)
    if (found) return found
  }
  return null
}
