import { history, historyField, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
import {
  EditorState,
  type Extension,
  type StateEffect,
  Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { smallestChange } from './smallest-change'

/**
 * The text of one draft's body with everything that can be taken back, in the form and in the code alike. It lives as
 * long as the draft's tab, so that changing tabs or views loses no undo.
 */
export type BodySession = {
  /** Lines end with a line feed in here, whatever the body has. */
  readonly text: () => string
  readonly history: () => { readonly undo: boolean; readonly redo: boolean }
  /** Tells at once what is told after a pause where the text is long. */
  readonly flush: () => void
  /** Takes the draft's text, when it was changed elsewhere. */
  readonly take: (text: string) => void
  /** Changes the text as one step that can be undone; `typing` joins the step to the one before. */
  readonly edit: (text: string, options?: { readonly typing?: boolean }) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Shows the text in an editor, until `hide`. */
  readonly show: (parent: HTMLElement, extensions: Extension) => EditorView
  readonly hide: () => void
  /** Hears of every change of the text but those of `take`; the text has the body's own line ends. */
  readonly listen: (listener: ((text: string) => void) | null) => void
}

/** A text over this many characters is told when the typing pauses: every telling costs as much as the text is long. */
const longText = 300_000
const longTextPauseMs = 500

export function createBodySession(first: string): BodySession {
  const lineBreak = lineBreakOf(first)
  const base: Extension = [
    history(),
    // Without this the editor would change a lone carriage return into a line break.
    EditorState.lineSeparator.of(lineBreak),
    EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\r\n?|\n/g, lineBreak)),
  ]
  const fields = { history: historyField }
  let state = EditorState.create({ doc: first, extensions: base })
  let view: EditorView | null = null
  let scroll: StateEffect<unknown> | undefined
  let listener: ((text: string) => void) | null = null
  /** The draft's text as it was heard or told last. */
  let known = first
  let written: { readonly doc: Text; readonly text: string } = { doc: state.doc, text: state.doc.toString() }
  let telling: ReturnType<typeof setTimeout> | undefined

  const current = () => view?.state ?? state
  const dispatch = (transaction: Transaction) => {
    if (view) view.dispatch(transaction)
    else {
      state = transaction.state
      if (transaction.docChanged) changed()
    }
  }
  const follow = EditorView.updateListener.of((update) => {
    if (update.docChanged) changed()
  })
  const tell = () => {
    clearTimeout(telling)
    telling = undefined
    const text = current().sliceDoc()
    if (text === known) return
    known = text
    listener?.(text)
  }
  const changed = () => {
    clearTimeout(telling)
    if (current().doc.length > longText) telling = setTimeout(tell, longTextPauseMs)
    else tell()
  }
  /** A long text is put together once for each of its versions, not once for each that asks. */
  const textNow = () => {
    const { doc } = current()
    if (written.doc !== doc) written = { doc, text: doc.toString() }
    return written.text
  }
  const change = (text: string, kind: TransactionSpec) => {
    const changes = smallestChange(textNow(), text)
    if (changes === null) return
    const { from, to, insert } = changes
    dispatch(current().update({ changes: { from, to, insert: Text.of(insert.split('\n')) } }, kind))
  }
  return {
    text: textNow,
    flush: () => {
      if (telling !== undefined) tell()
    },
    history: () => ({ undo: undoDepth(current()) > 0, redo: redoDepth(current()) > 0 }),
    take: (text) => {
      if (text === known) return
      clearTimeout(telling)
      telling = undefined
      known = text
      change(lineBreak === '\r\n' ? text.replaceAll('\r\n', '\n') : text, { annotations: isolateHistory.of('full') })
    },
    edit: (text, { typing = false } = {}) => {
      change(
        text,
        typing ? { userEvent: 'input.type' } : { userEvent: 'input', annotations: isolateHistory.of('full') },
      )
    },
    undo: () => void undo({ state: current(), dispatch }),
    redo: () => void redo({ state: current(), dispatch }),
    show: (parent, extensions) => {
      const shown = EditorState.fromJSON(state.toJSON(fields), { extensions: [base, extensions, follow] }, fields)
      view = new EditorView({ parent, state: shown, ...(scroll ? { scrollTo: scroll } : {}) })
      return view
    },
    hide: () => {
      if (!view) return
      if (telling !== undefined) tell()
      state = EditorState.fromJSON(view.state.toJSON(fields), { extensions: base }, fields)
      scroll = view.scrollSnapshot()
      view.destroy()
      view = null
    },
    listen: (next) => {
      listener = next
    },
  }
}

/** Carriage return and line feed only where every line ends so: anything else stays as it is, a line feed ending lines. */
function lineBreakOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') && !/\r(?!\n)|(?<!\r)\n/.test(text) ? '\r\n' : '\n'
}
