import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { openSearchPanel } from '@codemirror/search'
import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

// What is asked of a code editor from outside. None of it fails where the editor is not there yet.

export function openSearchIn(view: EditorView | null): void {
  if (!view) return
  view.focus()
  openSearchPanel(view)
}

/** Chooses a range and scrolls to it; what lies behind the end of the text is the end. */
export function goToRange(view: EditorView | null, from: number, to: number): void {
  if (!view) return
  const { length } = view.state.doc
  view.focus()
  view.dispatch({
    selection: EditorSelection.single(Math.min(from, length), Math.min(to, length)),
    effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
  })
}

/** Marks findings in their places, instead of those before. They may be about an earlier, longer text. */
export function markFindings(view: EditorView | null, findings: readonly Diagnostic[]): void {
  if (!view) return
  const { length } = view.state.doc
  const placed = findings.map((finding) => ({
    ...finding,
    from: Math.min(finding.from, length),
    to: Math.min(finding.to, length),
  }))
  view.dispatch(setDiagnostics(view.state, placed))
}
