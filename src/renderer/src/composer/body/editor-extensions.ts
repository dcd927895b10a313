import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap } from '@codemirror/commands'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { linter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
  rectangularSelection,
} from '@codemirror/view'
import type { TFunction } from 'i18next'
import { type CodeLanguage, codeTheme, hiddenCharacters, syntaxOf } from '../../inbox/detail/code-extensions'
import { codeMarks } from '../../inbox/detail/code-marks'
import { typedText } from '../../ui/typed-text'
import { completeVariable } from '../../ui/variable-completion'
import { type VariableWords, variableTooltips } from '../../ui/variable-tooltip'
import { editorTheme } from './editor-theme'
import { leadCompletion } from './lead-completion'
import { leadHover } from './lead-hover'
import { variablesInView } from './variable-marks'

type EditorOptions = {
  readonly language: CodeLanguage
  readonly label: string
  readonly hint: string
  /** Of the content security policy: without it the editor's style sheet is refused. */
  readonly nonce: string
  readonly isWrapped: boolean
  readonly phrases: Readonly<Record<string, string>>
  readonly words: VariableWords
  readonly t: () => TFunction<['body', 'lead']>
  readonly format: () => boolean
}

/** Everything that the editor of a body has but its history, which the body's session keeps. */
export function editorExtensions(options: EditorOptions): Extension {
  const { language, label, hint, nonce, isWrapped, phrases, words, t, format } = options
  const completions = [completeVariable, ...(language === 'json' ? [leadCompletion(t)] : [])]
  return [
    EditorView.cspNonce.of(nonce),
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    isWrapped ? EditorView.lineWrapping : [],
    indentUnit.of('  '),
    lineNumbers(),
    foldGutter(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    dropCursor(),
    rectangularSelection(),
    crosshairCursor(),
    EditorState.allowMultipleSelections.of(true),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    placeholder(hint),
    hiddenCharacters,
    syntaxOf(language),
    codeMarks,
    variablesInView,
    variableTooltips(words),
    autocompletion({ override: completions, icons: false }),
    typedText,
    linter(null),
    language === 'json' ? leadHover(t) : [],
    Prec.high(
      keymap.of([
        { key: 'Shift-Alt-f', run: format },
        { key: 'Tab', run: acceptCompletion },
      ]),
    ),
    keymap.of([
      ...closeBracketsKeymap,
      // Ctrl+Enter sends the request.
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...lintKeymap,
    ]),
    codeTheme,
    editorTheme,
  ]
}
