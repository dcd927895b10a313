import { Compartment, type Extension, Facet, type Range, RangeSet } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view'
import { findUrlSecrets } from '@shared/http/mask-url-secrets'
import { findVariables } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'
import styles from './variable-field.module.css'
import { secretMask, type VariableInfo, variableInfo } from './variable-info'

const noScopes: readonly VariableScope[] = []

/** The variables that a field may name. */
export const variableScopes = Facet.define<readonly VariableScope[], readonly VariableScope[]>({
  combine: (values) => values[0] ?? noScopes,
})

/** What of the text is masked: nothing, what is secret in URLs in it (signatures, keys, passwords), or all of it. */
export type Masking = 'nothing' | 'signatures' | 'all'

const masking = Facet.define<Masking, Masking>({ combine: (values) => values[0] ?? 'signatures' })

const scopesPart = new Compartment()
const maskingPart = new Compartment()

/** Colours variables by what is known of them, and hides secrets. @param label of a hidden signature, translated */
export function variableMarks(scopes: readonly VariableScope[], masked: Masking, label: string): Extension {
  return [scopesPart.of(variableScopes.of(scopes)), maskingPart.of(masking.of(masked)), marksPlugin(label)]
}

export function showScopes(view: EditorView, scopes: readonly VariableScope[]): void {
  view.dispatch({ effects: scopesPart.reconfigure(variableScopes.of(scopes)) })
}

export function showMasking(view: EditorView, masked: Masking): void {
  view.dispatch({ effects: maskingPart.reconfigure(masking.of(masked)) })
}

type Marks = { readonly all: DecorationSet; readonly hidden: DecorationSet }

function marksPlugin(label: string): Extension {
  return ViewPlugin.define(
    (view) => {
      const plugin = {
        marks: marksOf(view, label),
        update(update: ViewUpdate) {
          const changed = update.transactions.some((transaction) => transaction.reconfigured)
          if (update.docChanged || changed) plugin.marks = marksOf(update.view, label)
        },
      }
      return plugin
    },
    {
      decorations: (plugin) => plugin.marks.all,
      provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.marks.hidden ?? RangeSet.empty),
    },
  )
}

const classes: Readonly<Record<VariableInfo['state'], string | undefined>> = {
  known: styles.known,
  secret: styles.secret,
  dynamic: styles.dynamic,
  unknown: styles.unknown,
}

function marksOf(view: EditorView, label: string): Marks {
  const text = view.state.doc.toString()
  const scopes = view.state.facet(variableScopes)
  const masked = view.state.facet(masking)
  const variables = text.includes('{{') ? findVariables(text) : []
  const coloured = variables.map(({ name, from, to }) =>
    Decoration.mark({ class: `${styles.variable} ${classes[variableInfo(name, scopes).state]}` }).range(from, to),
  )
  const isVariable = (at: number) => variables.some(({ from, to }) => at >= from && at < to)
  const signatures = masked === 'signatures' ? hiddenSignatures(text, isVariable, label) : []
  const dots = masked === 'all' ? hiddenCharacters(text, isVariable) : []
  return { all: Decoration.set([...coloured, ...signatures, ...dots], true), hidden: Decoration.set(signatures, true) }
}

function hiddenSignatures(
  text: string,
  isVariable: (at: number) => boolean,
  label: string,
): readonly Range<Decoration>[] {
  const hidden = Decoration.replace({ widget: new Mask(secretMask, label) })
  return findUrlSecrets(text)
    .filter(({ from }) => !isVariable(from))
    .map(({ from, to }) => hidden.range(from, to))
}

/** A dot for each character, so that the cursor goes through them; beyond a line's width one for the rest. */
const mostDots = 200

function hiddenCharacters(text: string, isVariable: (at: number) => boolean): readonly Range<Decoration>[] {
  const dot = Decoration.replace({ widget: new Mask('•', null) })
  const dots: Range<Decoration>[] = []
  for (let at = 0; at < Math.min(text.length, mostDots); at++) {
    if (!isVariable(at) && text[at] !== '\n') dots.push(dot.range(at, at + 1))
  }
  if (text.length > mostDots && !text.includes('\n')) dots.push(dot.range(mostDots, text.length))
  return dots
}

class Mask extends WidgetType {
  constructor(
    readonly dots: string,
    readonly label: string | null,
  ) {
    super()
  }

  override eq(other: Mask): boolean {
    return other.dots === this.dots && other.label === this.label
  }

  override toDOM(): HTMLElement {
    const mask = document.createElement('span')
    mask.textContent = this.dots
    if (this.label !== null) {
      mask.className = styles.mask ?? ''
      mask.title = this.label
    }
    return mask
  }

  /** A click sets the cursor beside it. */
  override ignoreEvent(): boolean {
    return false
  }
}
