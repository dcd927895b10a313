import { EditorSelection, type Extension } from '@codemirror/state'
import { EditorView, type KeyBinding, keymap } from '@codemirror/view'

/** Puts what is chosen between two tags, or takes them away where they stand around it already. */
export function wrapIn(view: EditorView, name: 'b' | 'i'): boolean {
  const { from, to } = view.state.selection.main
  const [start, end] = [`<${name}>`, `</${name}>`]
  const doc = view.state.doc
  const isWrapped =
    view.state.sliceDoc(from - start.length, from) === start && view.state.sliceDoc(to, to + end.length) === end
  if (isWrapped && from >= start.length && to + end.length <= doc.length) {
    view.dispatch({
      changes: [
        { from: from - start.length, to: from },
        { from: to, to: to + end.length },
      ],
      userEvent: 'input',
    })
  } else {
    view.dispatch({
      changes: [
        { from, insert: start },
        { from: to, insert: end },
      ],
      selection: EditorSelection.range(from + start.length, to + start.length),
      userEvent: 'input',
    })
  }
  view.focus()
  return true
}

const address = 'https://'

/** Makes what is chosen a link; the address is chosen then, to be typed over. */
export function makeLink(view: EditorView, words: string): boolean {
  const { from, to } = view.state.selection.main
  const chosen = view.state.sliceDoc(from, to)
  const start = '<a href="'
  view.dispatch({
    changes: { from, to, insert: `${start}${address}">${chosen === '' ? words : chosen}</a>` },
    selection: EditorSelection.range(from + start.length, from + start.length + address.length),
    userEvent: 'input',
  })
  view.focus()
  return true
}

/** Makes the chosen lines a list, a line an item. */
export function makeList(view: EditorView): boolean {
  const { from, to } = view.state.selection.main
  const first = view.state.doc.lineAt(from)
  const last = view.state.doc.lineAt(to)
  const items = view.state
    .sliceDoc(first.from, last.to)
    .split('\n')
    .map((line) => line.replace(/<br\s*\/?>\s*$/i, ''))
  const text = `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
  view.dispatch({
    changes: { from: first.from, to: last.to, insert: text },
    // Behind the last item, within it.
    selection: { anchor: first.from + text.length - '</li>\n</ul>'.length },
    userEvent: 'input',
  })
  view.focus()
  return true
}

/** A new line: `<br>`, since bare line breaks collapse in HTML; within a list the next item. */
function breakLine(view: EditorView): boolean {
  const { head } = view.state.selection.main
  const line = view.state.doc.lineAt(head)
  const before = line.text.slice(0, head - line.from)
  const after = line.text.slice(head - line.from)
  const isItem = /<li>/i.test(before) && /<\/li>/i.test(after)
  // Behind a tag that ends a block there is a new line already.
  const isAfterBlock = /<\/?(?:ul|ol|li|p|div|h[1-4]|table|tr)>\s*$/i.test(before)
  const insert = isItem ? '</li>\n<li>' : isAfterBlock ? '\n' : '<br>\n'
  view.dispatch(view.state.replaceSelection(insert), { userEvent: 'input', scrollIntoView: true })
  return true
}

/** Pure: pasted text as HTML: what has tags already stays, other text keeps its lines and its signs. */
export function pastedHtml(text: string): string {
  if (/<[a-z][\s\S]*>/i.test(text)) return text
  return escapeHtml(text).replace(/\r?\n/g, '<br>\n')
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const keys: readonly KeyBinding[] = [
  { key: 'Mod-b', run: (view) => wrapIn(view, 'b') },
  { key: 'Mod-i', run: (view) => wrapIn(view, 'i') },
  { key: 'Enter', run: breakLine },
]

/** The ways of a mail's body: Enter is a new line of the mail, Ctrl+B is bold, Ctrl+I italic. */
export const htmlKeys: Extension = [keymap.of([...keys]), EditorView.clipboardInputFilter.of(pastedHtml)]
