import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { dynamicNames } from '@shared/variables/dynamic-names'
import type { VariableScope } from '@shared/variables/variable-scope'
import { variableInfo } from './variable-info'
import { variableScopes } from './variable-marks'

/** Offers variables after `{{`, and, where there are some, whole values at the beginning of the field. */
export function fieldCompletion(suggestions: readonly string[]): Extension {
  const sources: CompletionSource[] = [completeVariable]
  if (suggestions.length > 0) sources.push((context) => completeWhole(context, suggestions))
  return autocompletion({
    override: sources,
    icons: false,
    // Enter takes a variable; a suggested header is only taken when it was chosen, since any other can be typed.
    selectOnOpen: suggestions.length === 0,
    maxRenderedOptions: 60,
  })
}

/** Also for editors of other kinds: what stands behind `{{` becomes a variable. */
export function completeVariable(context: CompletionContext): CompletionResult | null {
  const begun = context.matchBefore(/\{\{[^{}\n]*/)
  if (!begun || !isWanted(context)) return null
  const options = [...known(context.state.facet(variableScopes)), ...dynamic]
  return { from: begun.from + 2, options, validFor: /^[^{}\n]*$/ }
}

const dynamic: readonly Completion[] = dynamicNames.map(({ name, example }) => ({
  label: name,
  detail: example,
  apply: insertVariable,
  boost: -1,
}))

function known(scopes: readonly VariableScope[]): readonly Completion[] {
  const names = new Set(
    scopes.flatMap(({ variables }) => variables.filter((row) => row.enabled).map((row) => row.name)),
  )
  names.delete('')
  return [...names].map((name) => {
    const info = variableInfo(name, scopes)
    return {
      label: name,
      detail: info.state === 'unknown' ? '' : info.shown.slice(0, 40),
      apply: insertVariable,
      boost: 1,
    }
  })
}

/** The name with its closing braces, unless they stand there already. */
function insertVariable(view: EditorView, completion: Completion, from: number, to: number): void {
  const after = view.state.sliceDoc(to, to + 2)
  const missing = after === '}}' ? '' : after.startsWith('}') ? '}' : '}}'
  const cursor = from + completion.label.length + 2
  view.dispatch({
    changes: { from, to, insert: `${completion.label}${missing}` },
    selection: { anchor: cursor },
    userEvent: 'input.complete',
  })
}

function completeWhole(context: CompletionContext, suggestions: readonly string[]): CompletionResult | null {
  const typed = context.state.doc.toString()
  if (!isWanted(context) || typed.includes('{{') || context.pos !== typed.length) return null
  if (typed === '' && !context.explicit) return null
  const wanted = typed.toLowerCase()
  const found = suggestions.filter((label) => label.toLowerCase().includes(wanted))
  // What begins so comes first; what stands there already is no suggestion.
  const first = found.filter((label) => label.toLowerCase().startsWith(wanted))
  const options = [...first, ...found.filter((label) => !first.includes(label))].filter((label) => label !== typed)
  return options.length === 0 ? null : { from: 0, options: options.map((label) => ({ label })), filter: false }
}

/** Suggestions come a moment after a key; by then the keyboard may be elsewhere. */
function isWanted({ explicit, view }: CompletionContext): boolean {
  return explicit || view?.hasFocus !== false
}
