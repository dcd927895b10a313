import type { Extension } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import styles from '../../ui/variable-field.module.css'
import { type VariableInfo, variableInfo } from '../../ui/variable-info'
import { variableScopes } from '../../ui/variable-marks'

/** The colours of variables, as in every field. */
const marks: Readonly<Record<VariableInfo['state'], Decoration>> = {
  known: mark(styles.known),
  secret: mark(styles.secret),
  dynamic: mark(styles.dynamic),
  unknown: mark(styles.unknown),
}

const finder = new MatchDecorator({
  regexp: /\{\{([^{}\n]{1,200})\}\}/g,
  decoration: (match: RegExpExecArray, view: EditorView) =>
    marks[variableInfo((match[1] ?? '').trim(), view.state.facet(variableScopes)).state],
})

/** Marks the `{{variables}}` on the screen by what is known of them; a body can be too long to be searched whole. */
export const variablesInView: Extension = ViewPlugin.define(
  (view) => {
    const plugin: { decorations: DecorationSet; update: (update: ViewUpdate) => void } = {
      decorations: finder.createDeco(view),
      update: (update) => {
        const moved = update.startState.facet(variableScopes) !== update.state.facet(variableScopes)
        plugin.decorations = moved ? finder.createDeco(update.view) : finder.updateDeco(update, plugin.decorations)
      },
    }
    return plugin
  },
  { decorations: (plugin) => plugin.decorations },
)

function mark(className: string | undefined): Decoration {
  return Decoration.mark({ class: `${styles.variable} ${className}` })
}
