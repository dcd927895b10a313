import { type JsonSpan, readSpans } from '@shared/lead/json-spans'
import { resolveText } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'

export type FilledBody = {
  /** The body as it would be sent, as far as that is known before: strict JSON in any case. */
  readonly text: string
  /** Values that are known only when the request is sent: findings about what they say would be wrong. */
  readonly unknown: ReadonlySet<JsonSpan>
  /** Values that are no JSON any more once their variables are filled in. */
  readonly broken: readonly JsonSpan[]
}

/**
 * Fills the variables into the values of a body, to have it checked. Secret values stay out: findings can repeat what
 * they are about. Variables without a value, and those that are made anew for every request, stay unknown.
 */
export function fillForCheck(text: string, root: JsonSpan, scopes: readonly VariableScope[]): FilledBody {
  const unknown = new Set<JsonSpan>()
  const broken: JsonSpan[] = []
  const open = scopes.map((scope) => ({ ...scope, variables: scope.variables.filter(({ secret }) => !secret) }))
  let filled = ''
  let done = 0
  for (const span of valuesWithVariables(root)) {
    const written = text.slice(span.from, span.to)
    const resolved = resolveText(written, open, () => null)
    let value = resolved.text
    if (resolved.unresolved.length > 0) {
      unknown.add(span)
      value = span.kind === 'string' ? value : JSON.stringify(written)
    }
    if (!readSpans(value).ok) {
      unknown.add(span)
      broken.push(span)
      value = JSON.stringify(written)
    }
    filled += text.slice(done, span.from) + value
    done = span.to
  }
  return { text: filled + text.slice(done), unknown, broken }
}

function* valuesWithVariables(span: JsonSpan): Generator<JsonSpan> {
  if (span.kind === 'variable' || (span.kind === 'string' && span.value.includes('{{'))) yield span
  if (span.kind === 'object') for (const { value } of span.members) yield* valuesWithVariables(value)
  if (span.kind === 'array') for (const item of span.items) yield* valuesWithVariables(item)
}
