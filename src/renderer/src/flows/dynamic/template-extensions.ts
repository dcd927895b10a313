import { history, historyKeymap } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, placeholder, tooltips } from '@codemirror/view'
import type { TriggerOutputs } from '@shared/template/fill-template'
import type { TriggerToken } from '@shared/template/trigger-tokens'
import { typedText } from '../../ui/typed-text'
import {
  enterKeys,
  fieldTheme,
  hiddenCharacters,
  hiddenMark,
  plainKeys,
  singleLine,
} from '../../ui/variable-field-extensions'
import { offeredTokens, tokenCompletion } from './token-completion'
import { type TokenWords, tokenMarks } from './token-marks'

type TemplateOptions = {
  readonly label: string
  readonly placeholder: string
  readonly isMultiline: boolean
  /** Of the content security policy: without it the editor's style sheet is refused. */
  readonly nonce: string
  readonly tokens: readonly TriggerToken[]
  readonly outputs: TriggerOutputs | null
  readonly words: TokenWords
  /** The editor's own words in the user's language. */
  readonly phrases: Readonly<Record<string, string>>
  /** Holds the theme's variables, and is not cut off by scrolling. */
  readonly tooltipParent: HTMLElement
  /** More for fields of a kind, before the usual keys. */
  readonly more: Extension
  readonly onText: (text: string) => void
}

const tokensPart = new Compartment()

/** Everything that a field for text with dynamic content needs. */
export function templateExtensions(options: TemplateOptions): Extension {
  const { isMultiline } = options
  const lines = isMultiline ? keymap.of([{ key: 'Enter', run: breakLine }]) : keymap.of([...enterKeys(() => undefined)])
  return [
    EditorView.cspNonce.of(options.nonce),
    EditorState.phrases.of(options.phrases),
    EditorView.contentAttributes.of({
      'aria-label': options.label,
      'aria-multiline': `${isMultiline}`,
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      tabindex: '0',
    }),
    tooltips({ parent: options.tooltipParent }),
    history(),
    tokenCompletion,
    tokensPart.of(offeredTokens.of(options.tokens)),
    options.more,
    lines,
    keymap.of([...historyKeymap, ...plainKeys]),
    isMultiline ? EditorView.lineWrapping : singleLine,
    highlightSpecialChars({ render: hiddenMark, addSpecialChars: hiddenCharacters }),
    typedText,
    tokenMarks({ outputs: options.outputs, words: options.words }),
    options.placeholder === '' ? [] : placeholder(options.placeholder),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onText(update.state.doc.toString())
    }),
    fieldTheme,
  ]
}

export function offerTokens(view: EditorView, tokens: readonly TriggerToken[]): void {
  view.dispatch({ effects: tokensPart.reconfigure(offeredTokens.of(tokens)) })
}

/** Puts text in place of what is chosen, and the keyboard behind it. */
export function insertText(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input', scrollIntoView: true })
  view.focus()
}

function breakLine(view: EditorView): boolean {
  view.dispatch(view.state.replaceSelection('\n'), { userEvent: 'input', scrollIntoView: true })
  return true
}
