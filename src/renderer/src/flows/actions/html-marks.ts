import type { Extension, Range } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import styles from './mail-body-editor.module.css'

const tag = /<(\/?)(b|strong|i|em|u|a|ul|ol|li|p|br|div|span|h[1-4])((?:\s[^<>]*)?)\/?>/gi

/** How the text between two tags is shown. */
const looks: Readonly<Record<string, string | undefined>> = {
  b: styles.bold,
  strong: styles.bold,
  i: styles.italic,
  em: styles.italic,
  u: styles.underlined,
  a: styles.link,
  h1: styles.bold,
  h2: styles.bold,
  h3: styles.bold,
  h4: styles.bold,
}

/** Shows the HTML of a mail in its own look: what is bold is bold, and the tags stand back. */
export const htmlMarks: Extension = ViewPlugin.define(
  (view) => {
    const plugin = {
      marks: marksOf(view),
      update(update: ViewUpdate) {
        if (update.docChanged) plugin.marks = marksOf(update.view)
      },
    }
    return plugin
  },
  { decorations: (plugin) => plugin.marks },
)

function marksOf(view: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = []
  const open: { readonly name: string; readonly at: number }[] = []
  for (const match of view.state.doc.toString().matchAll(tag)) {
    const end = match.index + match[0].length
    const name = match[2]?.toLowerCase() ?? ''
    marks.push(Decoration.mark({ class: styles.tag ?? '' }).range(match.index, end))
    if (match[1] !== '/') {
      if (looks[name]) open.push({ name, at: end })
      continue
    }
    const begun = open.findLastIndex((other) => other.name === name)
    const [opened] = begun >= 0 ? open.splice(begun) : []
    if (opened && opened.at < match.index) {
      marks.push(Decoration.mark({ class: looks[name] ?? '' }).range(opened.at, match.index))
    }
  }
  return Decoration.set(marks, true)
}
