import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { type Extension, Facet } from '@codemirror/state'
import type { TriggerToken } from '@shared/template/trigger-tokens'

const none: readonly TriggerToken[] = []

export const offeredTokens = Facet.define<readonly TriggerToken[], readonly TriggerToken[]>({
  combine: (values) => values[0] ?? none,
})

/** Offers the trigger's tokens after `@`. */
export const tokenCompletion: Extension = autocompletion({
  override: [completeToken],
  icons: false,
  maxRenderedOptions: 60,
})

/** What stands behind `@` becomes a token; an address such as `me@…` asks for none. */
function completeToken(context: CompletionContext): CompletionResult | null {
  const begun = context.matchBefore(/@\{?[\w ]*/)
  if (!begun || (context.view?.hasFocus === false && !context.explicit)) return null
  const before = begun.from === 0 ? '' : context.state.sliceDoc(begun.from - 1, begun.from)
  if (/[\w@.]/.test(before)) return null
  const options = context.state
    .facet(offeredTokens)
    .map(({ name, path, written }) => ({ label: `@${name}`, detail: path === name ? '' : path, apply: written }))
  return { from: begun.from, options, validFor: /^@[\w ]*$/ }
}
