import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars, type KeyBinding, keymap, placeholder, tooltips } from '@codemirror/view'
import { splitVisible } from '@shared/text/visible-characters'
import type { VariableScope } from '@shared/variables/variable-scope'
import { fieldCompletion } from './variable-completion'
import styles from './variable-field.module.css'
import { type Masking, variableMarks } from './variable-marks'
import { type VariableWords, variableTooltips } from './variable-tooltip'

/** What may change while the field is there. */
export type FieldLook = {
  readonly label: string
  readonly placeholder: string
  readonly suggestions: readonly string[]
}

export type FieldOptions = {
  readonly look: FieldLook
  /** Of the content security policy: without it the editor's style sheet is refused. */
  readonly nonce: string
  readonly scopes: readonly VariableScope[]
  readonly masking: Masking
  readonly isMultiline: boolean
  readonly words: VariableWords
  /** The name of a masked signature for screen readers, translated. */
  readonly hiddenLabel: string
  /** The editor's own words in the user's language. */
  readonly phrases: Readonly<Record<string, string>>
  /** Holds the theme's variables, and is not cut off by scrolling. */
  readonly tooltipParent: HTMLElement
  readonly onText: (text: string) => void
  readonly onEnter: () => void
  /** True when it took the text, which is then not pasted. */
  readonly onPaste: (text: string) => boolean
}

const lookPart = new Compartment()

/** Everything that a field for text with variables needs; on a single line in the ways of an input element. */
export function fieldExtensions(options: FieldOptions): Extension {
  const { isMultiline } = options
  return [
    EditorView.cspNonce.of(options.nonce),
    EditorState.phrases.of(options.phrases),
    EditorView.contentAttributes.of({
      'aria-multiline': `${isMultiline}`,
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      tabindex: '0',
    }),
    tooltips({ parent: options.tooltipParent }),
    history(),
    lookPart.of(lookExtensions(options.look)),
    keymap.of([...(isMultiline ? [] : enterKeys(options.onEnter)), ...historyKeymap, ...plainKeys]),
    isMultiline ? EditorView.lineWrapping : singleLine,
    highlightSpecialChars({ render: hiddenMark, addSpecialChars: hiddenCharacters }),
    variableMarks(options.scopes, options.masking, options.hiddenLabel),
    variableTooltips(options.words),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onText(update.state.doc.toString())
    }),
    EditorView.domEventHandlers({
      paste: (event) => {
        const taken = options.onPaste(event.clipboardData?.getData('text/plain') ?? '')
        if (taken) event.preventDefault()
        return taken
      },
      // As an input element does: the beginning tells more than the end.
      blur: (_, view) => {
        if (!isMultiline) view.scrollDOM.scrollLeft = 0
        return false
      },
    }),
    fieldTheme,
  ]
}

/** Changes name, placeholder and suggestions in place: a field that has the keyboard keeps it. */
export function showLook(view: EditorView, look: FieldLook): void {
  view.dispatch({ effects: lookPart.reconfigure(lookExtensions(look)) })
}

function lookExtensions(look: FieldLook): Extension {
  return [
    EditorView.contentAttributes.of({ 'aria-label': look.label }),
    fieldCompletion(look.suggestions),
    look.placeholder === '' ? [] : placeholder(look.placeholder),
  ]
}

/** Without Enter, and without the Emacs keys of macOS that break lines. */
export const plainKeys: readonly KeyBinding[] = standardKeymap.filter(
  ({ key, mac }) => key !== 'Enter' && mac !== 'Ctrl-o',
)

export function enterKeys(onEnter: () => void): readonly KeyBinding[] {
  return [
    {
      key: 'Enter',
      run: () => {
        onEnter()
        return true
      },
    },
  ]
}

/** What is pasted or dropped loses its line breaks; a value that has some already (from a file) keeps them. */
export const singleLine: Extension = [
  EditorView.clipboardInputFilter.of((text) => text.replace(/[\r\n]+/g, '')),
  EditorState.transactionFilter.of((transaction) =>
    transaction.isUserEvent('input') && transaction.newDoc.lines > transaction.startState.doc.lines ? [] : transaction,
  ),
]

/** What the editor does not mark by itself: characters that turn the direction of text or cannot be seen. */
export const hiddenCharacters = /[\u00a0\u115f\u1160\u17b4\u17b5\u180e\u202a-\u202c\u2060-\u206f\u3164\uffa0]/g

export function hiddenMark(code: number): HTMLElement {
  const mark = document.createElement('span')
  const [piece] = splitVisible(String.fromCodePoint(code))
  mark.className = styles.hidden ?? ''
  mark.textContent = piece && piece.kind !== 'text' ? piece.label : '␣'
  mark.title = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return mark
}

export const fieldTheme = EditorView.theme({
  '&': { color: 'inherit', backgroundColor: 'transparent', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflowX: 'auto', scrollbarWidth: 'none' },
  '.cm-content': { padding: '0', caretColor: 'var(--colorNeutralForeground1)' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--colorNeutralForeground4)' },
  '.cm-tooltip': {
    border: '1px solid var(--colorNeutralStroke1)',
    borderRadius: 'var(--borderRadiusMedium)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    color: 'var(--colorNeutralForeground1)',
    boxShadow: 'var(--shadow8)',
    fontSize: '12px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--fontFamilyMonospace)', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '18px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--colorBrandBackground2)',
    color: 'var(--colorBrandForeground2)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'var(--fontWeightSemibold)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--colorNeutralForeground3)' },
})
