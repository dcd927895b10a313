import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import styles from './code-view.module.css'

/** Classes for the kinds of tokens in JSON and XML; their colours are the theme's. */
const marks: Readonly<Record<string, Decoration>> = {
  PropertyName: mark(styles.jsonKey),
  String: mark(styles.jsonString),
  Number: mark(styles.jsonNumber),
  True: mark(styles.jsonWord),
  False: mark(styles.jsonWord),
  Null: mark(styles.jsonWord),
  TagName: mark(styles.jsonKey),
  AttributeName: mark(styles.jsonWord),
  AttributeValue: mark(styles.jsonString),
  Comment: mark(styles.comment),
}

/** Colours the JSON or XML that is on the screen, by the parser's tree. */
export const codeColours = ViewPlugin.define(
  (view) => {
    const plugin = {
      decorations: colour(view),
      update(update: ViewUpdate) {
        const grown = syntaxTree(update.state) !== syntaxTree(update.startState)
        if (update.docChanged || update.viewportChanged || grown) plugin.decorations = colour(update.view)
      },
    }
    return plugin
  },
  { decorations: (plugin) => plugin.decorations },
)

function colour(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const decoration = marks[node.name]
        // A token can reach beyond the screen and be met again in the next range; ranges must be added in order.
        if (decoration && node.from < node.to) builder.add(Math.max(from, node.from), Math.min(to, node.to), decoration)
      },
    })
  }
  return builder.finish()
}

function mark(className: string | undefined): Decoration {
  return Decoration.mark({ class: className ?? '' })
}
