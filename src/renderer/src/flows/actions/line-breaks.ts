import { EditorSelection, EditorState, type Extension, type Text } from '@codemirror/state'
import { Decoration, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view'
import styles from './mail-body-editor.module.css'

const written = /<br[ \t]*\/?>/gi

class BreakSign extends WidgetType {
  override eq(): boolean {
    return true
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span')
    sign.className = styles.break ?? ''
    sign.textContent = '↵'
    // The end of the line is read already.
    sign.ariaHidden = 'true'
    return sign
  }

  /** A click sets the cursor beside it. */
  override ignoreEvent(): boolean {
    return false
  }
}

const signs = new MatchDecorator({ regexp: written, decoration: Decoration.replace({ widget: new BreakSign() }) })

const shownBreaks = ViewPlugin.define(
  (view) => {
    const plugin = {
      signs: signs.createDeco(view),
      update(update: ViewUpdate) {
        plugin.signs = signs.updateDeco(update, plugin.signs)
      },
    }
    return plugin
  },
  { decorations: (plugin) => plugin.signs },
)

type Stretch = { readonly from: number; readonly to: number }

/** Pure: each `<br>` with the line break of the source behind it: for the cursor the two are one. */
function breaksOf(doc: Text): readonly Stretch[] {
  return [...doc.toString().matchAll(/<br[ \t]*\/?>(?:[ \t]*\n)?/gi)].map(({ index, 0: whole }) => ({
    from: index,
    to: index + whole.length,
  }))
}

/** Keys and clicks go over a break at once, and what deletes a part of it deletes it. */
const whole = EditorView.atomicRanges.of(({ state }) =>
  Decoration.set(breaksOf(state.doc).map(({ from, to }) => Decoration.mark({}).range(from, to))),
)

/** The end of a line is before its break: what is typed there belongs to this line. */
const beforeBreak = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.selection && !transaction.docChanged) return transaction
  const breaks = breaksOf(transaction.newDoc)
  const outside = (at: number): number => breaks.find(({ from, to }) => at > from && at < to)?.from ?? at
  const { ranges, mainIndex } = transaction.newSelection
  if (ranges.every(({ anchor, head }) => outside(anchor) === anchor && outside(head) === head)) return transaction
  const moved = ranges.map(({ anchor, head }) => EditorSelection.range(outside(anchor), outside(head)))
  return [transaction, { selection: EditorSelection.create(moved, mainIndex), sequential: true }]
})

/** Shows the line breaks of a mail as people know them, `↵` for `<br>`; the text stays HTML. */
export const lineBreaks: Extension = [shownBreaks, whole, beforeBreak]
