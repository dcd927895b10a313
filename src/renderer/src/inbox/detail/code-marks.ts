import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import styles from './code-view.module.css'

/** A place that is marked: what a finding is about, or where the JSON is broken. Character indexes into the text. */
export type CodeMark = { readonly kind: 'finding' | 'error'; readonly from: number; readonly to: number }

const setMark = StateEffect.define<CodeMark | null>()

/** Keeps the mark of an editor. */
export const codeMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(setMark)) return decorate(effect.value, transaction.state.doc)
    }
    return before
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** Marks a place, puts the cursor there and scrolls to it; null takes the mark away. */
export function showMark(view: EditorView, mark: CodeMark | null): void {
  if (mark === null) {
    view.dispatch({ effects: setMark.of(null) })
    return
  }
  const length = view.state.doc.length
  const from = Math.min(mark.from, length)
  view.dispatch({
    selection: { anchor: from },
    effects: [
      setMark.of({ ...mark, from, to: Math.min(mark.to, length) }),
      EditorView.scrollIntoView(from, { y: 'center' }),
    ],
  })
}

function decorate(mark: CodeMark | null, doc: { lineAt: (at: number) => { readonly from: number } }): DecorationSet {
  if (mark === null) return Decoration.none
  const { kind, from, to } = mark
  const className = (kind === 'error' ? styles.markError : styles.markFinding) ?? ''
  const line = Decoration.line({ class: (kind === 'error' ? styles.lineError : styles.lineFinding) ?? '' })
  const ranges = [line.range(doc.lineAt(from).from)]
  // At the end of the text there is no character to mark: a sign of its own stands there.
  if (to > from) ranges.push(Decoration.mark({ class: className }).range(from, to))
  else ranges.push(Decoration.widget({ widget: new PlaceWidget(className), side: 1 }).range(from))
  return Decoration.set(ranges, true)
}

/** An empty marked place; the editor wants a class here. */
class PlaceWidget extends WidgetType {
  readonly className: string

  constructor(className: string) {
    super()
    this.className = className
  }

  override toDOM(): HTMLElement {
    const place = document.createElement('span')
    place.className = this.className
    place.textContent = '\u00a0'
    return place
  }
}
