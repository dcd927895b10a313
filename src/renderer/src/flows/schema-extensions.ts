import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap } from '@codemirror/commands'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { linter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view'
import { editorTheme } from '../composer/body/editor-theme'
import { codeTheme, hiddenCharacters, syntaxOf } from '../inbox/detail/code-extensions'
import { typedText } from '../ui/typed-text'

type SchemaOptions = {
  readonly label: string
  readonly hint: string
  /** Of the content security policy: without it the editor's style sheet is refused. */
  readonly nonce: string
  readonly phrases: Readonly<Record<string, string>>
}

/** Everything that the schema's editor has but its history, which its session keeps. */
export function schemaExtensions({ label, hint, nonce, phrases }: SchemaOptions): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.lineWrapping,
    indentUnit.of('    '),
    lineNumbers(),
    foldGutter(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    placeholder(hint),
    hiddenCharacters,
    syntaxOf('json'),
    typedText,
    linter(null),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
    ]),
    codeTheme,
    editorTheme,
  ]
}
