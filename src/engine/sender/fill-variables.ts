import { resolveText } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'

/** Fills variables in the texts of one request, and remembers which of them have no value. */
export type VariableFiller = {
  readonly fill: (text: string) => string
  /** Whether a secret variable is used in the text. */
  readonly isSecret: (text: string) => boolean
  /** Names without a value so far, each once, in the order in which they were met. */
  readonly unresolved: () => readonly string[]
}

/** @param dynamic gives the value of a dynamic variable by its name (`$guid`), null where there is none */
export function createVariableFiller(
  scopes: readonly VariableScope[],
  dynamic: (name: string) => string | null,
): VariableFiller {
  const unresolved = new Set<string>()
  return {
    fill(text) {
      // Most texts have none, and the runner prepares thousands of requests a second.
      if (!text.includes('{{')) return text
      const resolved = resolveText(text, scopes, dynamic)
      for (const name of resolved.unresolved) unresolved.add(name)
      return resolved.text
    },
    isSecret: (text) => text.includes('{{') && resolveText(text, scopes, dynamic).secret,
    unresolved: () => [...unresolved],
  }
}
