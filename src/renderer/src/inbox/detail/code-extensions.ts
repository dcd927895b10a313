import { json } from '@codemirror/lang-json'
import { xml } from '@codemirror/lang-xml'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars } from '@codemirror/view'
import { splitVisible } from '@shared/text/visible-characters'
import { basicSetup } from 'codemirror'
import { codeColours } from './code-colours'
import { codeMarks } from './code-marks'
import styles from './code-view.module.css'

export type CodeLanguage = 'json' | 'xml' | 'text'

type CodeOptions = {
  readonly language: CodeLanguage
  readonly label: string
  /** Of the content security policy: without it the editor's style sheet is refused. */
  readonly nonce: string
  readonly isWrapped: boolean
  /** The editor's own words in the user's language. */
  readonly phrases: Readonly<Record<string, string>>
}

const wrapping = new Compartment()

/** Everything that a read-only editor for received text needs. */
export function codeExtensions({ language, label, nonce, isWrapped, phrases }: CodeOptions): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    EditorState.readOnly.of(true),
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    wrapping.of(isWrapped ? EditorView.lineWrapping : []),
    basicSetup,
    hiddenCharacters,
    syntaxOf(language),
    language === 'text' ? EditorState.lineSeparator.of('\n') : [],
    codeMarks,
    codeTheme,
  ]
}

/** A language with its colours. */
export function syntaxOf(language: CodeLanguage): Extension {
  // An empty style in place of the editor's default one, whose colours are made for light themes only.
  const noColours = syntaxHighlighting(HighlightStyle.define([]))
  switch (language) {
    case 'json':
      return [json(), noColours, codeColours]
    case 'xml':
      return [xml(), noColours, codeColours]
    case 'text':
      return noColours
  }
}

export function setWrapping(view: EditorView, isWrapped: boolean): void {
  view.dispatch({ effects: wrapping.reconfigure(isWrapped ? EditorView.lineWrapping : []) })
}

/** The same mark as everywhere else in the window. */
function hiddenMark(code: number): HTMLElement {
  const mark = document.createElement('span')
  const [piece] = splitVisible(String.fromCodePoint(code))
  mark.className = styles.hidden ?? ''
  mark.textContent = piece && piece.kind !== 'text' ? piece.label : '\ufffd'
  mark.title = piece && piece.kind !== 'text' ? piece.codePoint : ''
  return mark
}

/** Marks what cannot be seen, or changes the direction of text. The editor finds control characters by itself. */
export const hiddenCharacters: Extension = highlightSpecialChars({
  render: hiddenMark,
  addSpecialChars: /[\u115f\u1160\u17b4\u17b5\u180e\u202a-\u202c\u2060-\u206f\u3164\uffa0]/g,
})

/** The window's theme for every code editor. */
export const codeTheme: Extension = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--colorNeutralForeground1)' },
  '&.cm-focused': { outline: '2px solid var(--colorStrokeFocus2)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--fontFamilyMonospace)', lineHeight: '20px' },
  '.cm-content': { caretColor: 'var(--colorNeutralForeground1)' },
  '.cm-cursor': { borderLeftColor: 'var(--colorNeutralForeground1)' },
  '.cm-gutters': {
    backgroundColor: 'var(--colorNeutralBackground2)',
    color: 'var(--colorNeutralForeground3)',
    borderRight: '1px solid var(--colorNeutralStroke2)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--colorNeutralBackground3)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--colorBrandBackground2Pressed)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--colorNeutralBackground4Pressed)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--colorNeutralBackground5Pressed)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '.cm-searchMatch': {
    backgroundColor: 'var(--colorPaletteYellowBackground2)',
    color: 'var(--colorNeutralForeground1)',
  },
  '.cm-searchMatch span': { color: 'inherit' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--colorPaletteMarigoldBackground2)' },
  '.cm-specialChar': { color: 'var(--colorStatusDangerForeground1)' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--colorNeutralBackground4)',
    borderColor: 'var(--colorNeutralStroke1)',
    color: 'var(--colorNeutralForeground2)',
  },
  '.cm-panels': {
    backgroundColor: 'var(--colorNeutralBackground3)',
    color: 'var(--colorNeutralForeground1)',
    fontFamily: 'var(--fontFamilyBase)',
  },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--colorNeutralStroke2)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    padding: '6px 28px 6px 8px',
  },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', fontSize: '12px' },
  '.cm-panel.cm-search [name=close]': { color: 'inherit', fontSize: '18px', padding: '0 4px' },
  '.cm-textfield': {
    backgroundColor: 'var(--colorNeutralBackground1)',
    border: '1px solid var(--colorNeutralStrokeAccessible)',
    borderRadius: 'var(--borderRadiusMedium)',
    color: 'var(--colorNeutralForeground1)',
    fontSize: '13px',
  },
  '.cm-button': {
    background: 'var(--colorNeutralBackground1)',
    border: '1px solid var(--colorNeutralStroke1)',
    borderRadius: 'var(--borderRadiusMedium)',
    color: 'var(--colorNeutralForeground1)',
    fontSize: '12px',
    textTransform: 'none',
  },
})
