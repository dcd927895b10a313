import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Puts typed characters into an editor without the browser's help. The browser writes a style attribute into the page
 * when text is typed beside a coloured piece, which the content security policy refuses and reports as an error.
 */
export const typedText: Extension = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    if (event.inputType !== 'insertText' || event.data === null || event.isComposing || view.composing) return false
    if (view.state.readOnly) return false
    const { data } = event
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    const { from, to } = view.state.selection.main
    // Closing brackets and the like, which listen for typed text.
    const isTaken = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert))
    if (!isTaken) view.dispatch(insert())
    event.preventDefault()
    return true
  },
})
