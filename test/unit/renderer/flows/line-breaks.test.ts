// @vitest-environment happy-dom
import { deleteCharBackward, deleteCharForward, history, undo } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { expect, onTestFinished, test } from 'vitest'
import { lineBreaks } from '../../../../src/renderer/src/flows/actions/line-breaks'

function editor(doc: string, at: number): EditorView {
  const view = new EditorView({
    parent: document.body,
    state: EditorState.create({ doc, selection: { anchor: at }, extensions: [history(), lineBreaks] }),
  })
  onTestFinished(() => view.destroy())
  return view
}

const doc = 'one<br>\ntwo<BR />\n\nend<br>'

test('a break is shown as a sign, and the text stays HTML', () => {
  const view = editor(doc, 0)
  expect(view.contentDOM.textContent).toBe('one↵two↵end↵')
  expect(view.state.doc.toString()).toBe(doc)
})

test('Backspace at the start of a line takes the tag and the line break together, and undo brings both back', () => {
  const view = editor(doc, 'one<br>\n'.length)
  deleteCharBackward(view)
  expect(view.state.doc.toString()).toBe('onetwo<BR />\n\nend<br>')
  expect(view.state.selection.main.head).toBe(3)
  undo(view)
  expect(view.state.doc.toString()).toBe(doc)
})

test('Delete at the end of a line takes both, too', () => {
  const view = editor(doc, 3)
  deleteCharForward(view)
  expect(view.state.doc.toString()).toBe('onetwo<BR />\n\nend<br>')
})

test.each([4, 6, 7])('the cursor never stands within a break: %i', (at) => {
  const view = editor(doc, 0)
  view.dispatch({ selection: { anchor: at } })
  expect(view.state.selection.main.head).toBe(3)
})

test('the cursor goes over a break at once', () => {
  const view = editor(doc, 3)
  expect(view.moveByChar(view.state.selection.main, true).head).toBe('one<br>\n'.length)
})
