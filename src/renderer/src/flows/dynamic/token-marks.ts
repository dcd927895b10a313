import { Compartment, type Extension, Facet, type Range, RangeSet } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import type { TriggerOutputs } from '@shared/template/fill-template'
import { findTokens, type WrittenToken } from '@shared/template/template'
import { visibleString } from '@shared/text/visible-string'
import styles from './template-field.module.css'
import { type TokenInfo, tokenInfo } from './token-info'

/** Says what a token is, for its tooltip, in the user's language. */
export type TokenWords = (info: TokenInfo) => string

type TokenLook = { readonly outputs: TriggerOutputs | null; readonly words: TokenWords }

const lookFacet = Facet.define<TokenLook, TokenLook>({
  combine: (values) => values[0] ?? { outputs: null, words: () => '' },
})
const lookPart = new Compartment()

/**
 * Shows `@{…}` as chips with the field's name. The text under them stays as it is: the cursor goes over a chip at once,
 * and a double click or F2 beside it opens it to be edited as text.
 */
export function tokenMarks(look: TokenLook): Extension {
  return [lookPart.of(lookFacet.of(look)), marksPlugin, openChip]
}

export function showTokens(view: EditorView, look: TokenLook): void {
  view.dispatch({ effects: lookPart.reconfigure(lookFacet.of(look)) })
}

type Marks = { readonly all: DecorationSet; readonly chips: DecorationSet }

const marksPlugin = ViewPlugin.define(
  (view) => {
    const plugin = {
      marks: marksOf(view),
      update(update: ViewUpdate) {
        const changed = update.transactions.some((transaction) => transaction.reconfigured)
        if (update.docChanged || update.selectionSet || changed) plugin.marks = marksOf(update.view)
      },
    }
    return plugin
  },
  {
    decorations: (plugin) => plugin.marks.all,
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.marks.chips ?? RangeSet.empty),
  },
)

function marksOf(view: EditorView): Marks {
  const { outputs, words } = view.state.facet(lookFacet)
  const { main } = view.state.selection
  const all: Range<Decoration>[] = []
  const chips: Range<Decoration>[] = []
  for (const token of findTokens(view.state.doc.toString())) {
    const info = tokenInfo(token, outputs)
    const isOpen = main.empty && main.head > token.from && main.head < token.to
    const look = `${styles.chip} ${styles[info.state]}`
    if (isOpen || token.written.includes('\n')) {
      all.push(Decoration.mark({ class: look, attributes: { title: words(info) } }).range(token.from, token.to))
      continue
    }
    const chip = Decoration.replace({ widget: new Chip(info, look, words(info)) }).range(token.from, token.to)
    all.push(chip)
    chips.push(chip)
  }
  return { all: Decoration.set(all, true), chips: Decoration.set(chips, true) }
}

class Chip extends WidgetType {
  constructor(
    readonly info: TokenInfo,
    readonly look: string,
    readonly title: string,
  ) {
    super()
  }

  override eq(other: Chip): boolean {
    return other.info.name === this.info.name && other.look === this.look && other.title === this.title
  }

  override toDOM(view: EditorView): HTMLElement {
    const chip = document.createElement('span')
    chip.className = this.look
    chip.title = this.title
    // Keys come from schemas that were pasted: hidden characters are made visible, and nothing is markup.
    chip.textContent = `${this.info.state === 'blank' || this.info.state === 'unknown' ? '⚠ ' : ''}${visibleString(this.info.name)}`
    chip.addEventListener('dblclick', (event) => {
      event.preventDefault()
      openToken(view, view.posAtDOM(chip))
    })
    return chip
  }

  /** A click sets the cursor beside it. */
  override ignoreEvent(): boolean {
    return false
  }
}

function openToken(view: EditorView, position: number): boolean {
  const token = tokenAt(view, position)
  if (!token) return false
  view.dispatch({ selection: { anchor: token.to - 1 } })
  view.focus()
  return true
}

/** The token that a position touches. */
function tokenAt(view: EditorView, position: number): WrittenToken | undefined {
  return findTokens(view.state.doc.toString()).find(({ from, to }) => position >= from && position <= to)
}

const openChip = keymap.of([{ key: 'F2', run: (view) => openToken(view, view.state.selection.main.head) }])
