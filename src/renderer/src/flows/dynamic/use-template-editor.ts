import { isolateHistory } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cspNonce } from '../../styles/csp-nonce'
import { useDynamicContent } from './dynamic-content'
import { offerTokens, templateExtensions } from './template-extensions'
import { showTokens, type TokenWords } from './token-marks'

type TemplateEditorOptions = {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly isMultiline: boolean
  readonly more: Extension
  readonly onChange: (value: string) => void
}

const shownValue = 120

/** Keeps an editor for text with dynamic content in a place of the screen and in step with what it is told. */
export function useTemplateEditor(options: TemplateEditorOptions): {
  readonly place: RefObject<HTMLDivElement | null>
  readonly view: RefObject<EditorView | null>
} {
  const { label, placeholder, isMultiline, value, more } = options
  const { t } = useTranslation('flowActions')
  const { tokens, preview } = useDynamicContent()
  const outputs = preview?.outputs ?? null
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const words = useCallback<TokenWords>(
    (info) =>
      t(`token.${info.state}`, {
        name: info.name,
        value: info.state === 'filled' ? info.value.slice(0, shownValue) : '',
      }),
    [t],
  )
  const latest = useRef({ ...options, tokens, outputs })
  latest.current = { ...options, tokens, outputs }

  useEffect(() => {
    if (!place.current) return
    const extensions = templateExtensions({
      label,
      placeholder,
      isMultiline,
      more,
      words,
      nonce: cspNonce(),
      tokens: latest.current.tokens,
      outputs: latest.current.outputs,
      phrases: { Completions: t('dynamic.title') },
      tooltipParent: place.current.closest<HTMLElement>('.fui-FluentProvider') ?? document.body,
      onText: (text) => text !== latest.current.value && latest.current.onChange(text),
    })
    const { value: doc } = latest.current
    const created = new EditorView({
      parent: place.current,
      // Whoever has not been in the text goes on at its end, as with a field of a form.
      state: EditorState.create({ doc, selection: { anchor: doc.length }, extensions }),
    })
    view.current = created
    return () => {
      view.current = null
      created.destroy()
    }
  }, [label, placeholder, isMultiline, more, words, t])

  useEffect(() => {
    const editor = view.current
    if (!editor || editor.state.doc.toString() === value) return
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      annotations: isolateHistory.of('full'),
    })
  }, [value])
  useEffect(() => {
    if (view.current) showTokens(view.current, { outputs, words })
  }, [outputs, words])
  useEffect(() => {
    if (view.current) offerTokens(view.current, tokens)
  }, [tokens])
  return { place, view }
}
