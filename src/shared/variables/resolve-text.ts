import type { VariableScope } from './variable-scope'

/** Gives a dynamic variable (`$guid`) a new value; null for a name that is not one. */
export type DynamicValue = (name: string) => string | null

export type ResolvedText = {
  readonly text: string
  /** Names without a value, each once; they stay in the text as they were written. */
  readonly unresolved: readonly string[]
  /** A secret variable is in it. */
  readonly secret: boolean
}

export type FoundVariable = {
  readonly name: string
  readonly value: string
  readonly kind: VariableScope['kind']
  readonly from: string
  readonly secret: boolean
}

/** A `{{name}}` in a text; `from` and `to` are offsets in UTF-16 units, braces included. */
export type VariableMention = { readonly name: string; readonly from: number; readonly to: number }

// As Postman reads them: no braces inside, spaces around the name do not count.
const mention = /\{\{([^{}]+)\}\}/g

/** A variable may hold others; this many steps in, it is taken for a circle. Postman has the same limit. */
const deepest = 19

/**
 * Variables that hold one another could make a text without bounds, or fill without end: past this many characters no
 * more are filled in, each filling counting for some more than its length.
 */
const longest = 64_000_000
const costOfFilling = 512

/** The `{{variables}}` of a text, in their order. */
export function findVariables(text: string): readonly VariableMention[] {
  return [...text.matchAll(mention)].map((match) => ({
    name: (match[1] ?? '').trim(),
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/**
 * A variable's value as it is written, the last scope first; in one scope the last row of a name wins, as in Postman.
 * Rows that are switched off do not count.
 */
export function lookUpVariable(name: string, scopes: readonly VariableScope[]): FoundVariable | null {
  for (let at = scopes.length - 1; at >= 0; at--) {
    const scope = scopes[at]
    const row = scope?.variables.findLast((variable) => variable.enabled && variable.name === name)
    if (scope && row) return { name, value: row.value, kind: scope.kind, from: scope.from, secret: row.secret }
  }
  return null
}

/**
 * A text with its variables filled in, those within their values too. A variable that leads back to itself has no value.
 * Source of the rules: Postman's documentation of variables and its scopes.
 */
export function resolveText(text: string, scopes: readonly VariableScope[], dynamic: DynamicValue): ResolvedText {
  const unresolved = new Set<string>()
  let filled = 0
  let secret = false

  function fill(part: string, above: readonly string[]): string {
    if (!part.includes('{{')) return part
    return part.replace(mention, (written, inner: string) => {
      const name = inner.trim()
      const circle = above.includes(name) || above.length >= deepest || filled > longest
      const found = circle ? null : lookUpVariable(name, scopes)
      if (found) {
        filled += found.value.length + costOfFilling
        secret ||= found.secret
        return fill(found.value, [...above, name])
      }
      const made = name.startsWith('$') ? dynamic(name) : null
      if (made !== null) return made
      unresolved.add(name)
      return written
    })
  }

  /** A name can be made of variables: `{{url_{{stage}}}}` has its inner one filled first, then the outer one. */
  function fillNested(whole: string): string {
    let current = whole
    for (let round = 0; round < deepest; round++) {
      unresolved.clear()
      const next = fill(current, [])
      if (next === current || !next.includes('{{')) return next
      current = next
    }
    return current
  }

  const resolved = fillNested(text)
  return { text: resolved, unresolved: [...unresolved], secret }
}
