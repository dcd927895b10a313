// @vitest-environment happy-dom
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { expect, onTestFinished, test } from 'vitest'
import { makeLink, makeList, pastedHtml, wrapIn } from '../../../../src/renderer/src/flows/actions/html-commands'

function editor(doc: string, from: number, to: number): EditorView {
  const view = new EditorView({
    state: EditorState.create({ doc, selection: { anchor: from, head: to } }),
  })
  onTestFinished(() => view.destroy())
  return view
}

test('bold is put on and taken off again', () => {
  const view = editor('Name: Ada', 0, 5)
  wrapIn(view, 'b')
  expect(view.state.doc.toString()).toBe('<b>Name:</b> Ada')
  wrapIn(view, 'b')
  expect(view.state.doc.toString()).toBe('Name: Ada')
})

test('lines become a list, a line break at their end is dropped', () => {
  const view = editor('one<br>\ntwo', 0, 11)
  makeList(view)
  expect(view.state.doc.toString()).toBe('<ul>\n<li>one</li>\n<li>two</li>\n</ul>')
  expect(view.state.sliceDoc(view.state.selection.main.head)).toBe('</li>\n</ul>')
})

test('a link has its address chosen, to be typed over', () => {
  const view = editor('See here', 4, 8)
  makeLink(view, 'link')
  expect(view.state.doc.toString()).toBe('See <a href="https://">here</a>')
  const { from, to } = view.state.selection.main
  expect(view.state.sliceDoc(from, to)).toBe('https://')
})

test('pasted text keeps its lines and signs, pasted HTML stays', () => {
  expect(pastedHtml('a < b\r\nc & d')).toBe('a &lt; b<br>\nc &amp; d')
  expect(pastedHtml('<b>x</b>')).toBe('<b>x</b>')
})
