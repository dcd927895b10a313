import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view'
import { visibleString } from '@shared/text/visible-string'
import { findVariables } from '@shared/variables/resolve-text'
import styles from './variable-field.module.css'
import { type VariableInfo, variableInfo } from './variable-info'
import { variableScopes } from './variable-marks'

/** Says what a variable is, in the user's language. */
export type VariableWords = (info: VariableInfo) => { readonly value: string; readonly origin: string }

const focused = StateEffect.define<boolean>()
const dismissed = StateEffect.define<null>()

/** Shows a variable's value and where it comes from, under the pointer and at the cursor of a focused field. */
export function variableTooltips(words: VariableWords): Extension {
  const atCursor = StateField.define<{ readonly hasFocus: boolean; readonly tooltip: Tooltip | null }>({
    create: () => ({ hasFocus: false, tooltip: null }),
    update: (shown, transaction) => {
      if (transaction.effects.some((effect) => effect.is(dismissed))) return { ...shown, tooltip: null }
      const focus = transaction.effects.find((effect) => effect.is(focused))
      if (!focus && !transaction.docChanged && !transaction.selection && !transaction.reconfigured) return shown
      const hasFocus = focus ? focus.value : shown.hasFocus
      const { main } = transaction.state.selection
      const tooltip = hasFocus && main.empty ? tooltipAt(transaction.state, main.head, words, true) : null
      // Only within a variable: behind one that was just typed it would cover what comes next.
      if (tooltip && (main.head === tooltip.pos || main.head === tooltip.end)) return { hasFocus, tooltip: null }
      return { hasFocus, tooltip }
    },
    provide: (field) => showTooltip.from(field, ({ tooltip }) => tooltip),
  })
  const underPointer = hoverTooltip(
    (view, position) => {
      const hovered = tooltipAt(view.state, position, words, false)
      // It is shown at the cursor already.
      return hovered?.pos === view.state.field(atCursor).tooltip?.pos ? null : hovered
    },
    { hoverTime: 200 },
  )
  const dismissKey = keymap.of([
    {
      key: 'Escape',
      run: (view) => {
        if (!view.state.field(atCursor).tooltip) return false
        view.dispatch({ effects: dismissed.of(null) })
        return true
      },
    },
  ])
  const tellFocus = EditorView.focusChangeEffect.of((_, focusing) => focused.of(focusing))
  return [atCursor, underPointer, tellFocus, dismissKey, theme]
}

function tooltipAt(state: EditorState, position: number, words: VariableWords, above: boolean): Tooltip | null {
  const line = state.doc.lineAt(position)
  const mention = findVariables(line.text).find(
    ({ from, to }) => position >= line.from + from && position <= line.from + to,
  )
  if (!mention) return null
  const info = variableInfo(mention.name, state.facet(variableScopes))
  return {
    pos: line.from + mention.from,
    end: line.from + mention.to,
    above,
    create: () => ({ dom: tooltipElement(info, words) }),
  }
}

function tooltipElement(info: VariableInfo, words: VariableWords): HTMLElement {
  const { value, origin } = words(info)
  const element = document.createElement('div')
  element.className = styles.tooltip ?? ''
  element.role = 'tooltip'
  element.append(
    line(styles.tooltipName, info.name),
    line(styles.tooltipValue, value),
    line(styles.tooltipOrigin, origin),
  )
  return element
}

/** Values come from imported files: hidden characters are made visible, and nothing is markup. */
function line(className: string | undefined, text: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className ?? ''
  element.textContent = visibleString(text)
  element.hidden = text === ''
  return element
}

/** Over dialogs, which have 1,000,000. */
const theme = EditorView.theme({
  '.cm-tooltip': { zIndex: '1000001' },
})
