import { isolateHistory } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { VariableScope } from '@shared/variables/variable-scope'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cspNonce } from '../styles/csp-nonce'
import { useVariableWords } from './use-variable-words'
import { type FieldLook, fieldExtensions, showLook } from './variable-field-extensions'
import { type Masking, showMasking, showScopes } from './variable-marks'

type VariableEditorOptions = FieldLook & {
  readonly value: string
  readonly scopes: readonly VariableScope[]
  readonly masking: Masking
  readonly multiline: boolean
  readonly isInvalid: boolean
  readonly id: string | undefined
  /** False: the place stays empty for now. */
  readonly isWanted: boolean
  readonly onChange: (value: string) => void
  readonly onPaste: ((text: string) => boolean) | undefined
  readonly onEnter: (() => void) | undefined
}

/** Keeps an editor in a place of the screen and in step with what it is told. */
export function useVariableEditor(options: VariableEditorOptions): RefObject<HTMLDivElement | null> {
  const { label, placeholder, suggestions, value, scopes, masking, multiline, isInvalid, id, isWanted } = options
  const { t } = useTranslation('request')
  const words = useVariableWords()
  const look = useMemo(() => ({ label, placeholder, suggestions }), [label, placeholder, suggestions])
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef({ ...options, look })
  latest.current = { ...options, look }

  useEffect(() => {
    if (!place.current || !isWanted) return
    const extensions = fieldExtensions({
      look: latest.current.look,
      nonce: cspNonce(),
      scopes: latest.current.scopes,
      masking: latest.current.masking,
      isMultiline: multiline,
      words,
      hiddenLabel: t('field.hiddenSignature'),
      phrases: { Completions: t('field.completions') },
      tooltipParent: tooltipParent(place.current),
      onText: (text) => text !== latest.current.value && latest.current.onChange(text),
      onEnter: () => latest.current.onEnter?.(),
      onPaste: (text) => latest.current.onPaste?.(text) ?? false,
    })
    const state = EditorState.create({ doc: latest.current.value, extensions })
    const created = new EditorView({ parent: place.current, state })
    if (id !== undefined) created.contentDOM.id = id
    view.current = created
    return () => {
      view.current = null
      created.destroy()
    }
  }, [isWanted, multiline, words, id, t])

  useEffect(() => {
    if (view.current) showText(view.current, value)
  }, [value])
  // What an editor was made with need not be told to it again.
  const told = useRef({ scopes, masking, look })
  useEffect(() => {
    if (view.current && told.current.scopes !== scopes) showScopes(view.current, scopes)
    if (view.current && told.current.masking !== masking) showMasking(view.current, masking)
    if (view.current && told.current.look !== look) showLook(view.current, look)
    told.current = { scopes, masking, look }
  }, [scopes, masking, look])
  useEffect(() => {
    view.current?.contentDOM.setAttribute('aria-invalid', `${isInvalid}`)
  }, [isInvalid])
  return place
}

/**
 * Where tooltips are put: inside of the theme, in a landmark of the page, and outside of everything that scrolls. A
 * dialog has a theme's element of its own.
 */
function tooltipParent(place: HTMLElement): HTMLElement {
  const inDialog = place.closest('[role="dialog"], [role="alertdialog"]') !== null
  const landmark = inDialog ? null : place.closest<HTMLElement>('main')
  return landmark ?? place.closest<HTMLElement>('.fui-FluentProvider') ?? document.body
}

/** A value from outside (Mend, another field): replaced where it differs, so that the cursor stays; undone by itself. */
function showText(view: EditorView, value: string): void {
  const present = view.state.doc.toString()
  if (present === value) return
  let from = 0
  while (from < present.length && from < value.length && present[from] === value[from]) from++
  let end = 0
  const most = Math.min(present.length, value.length) - from
  while (end < most && present[present.length - 1 - end] === value[value.length - 1 - end]) end++
  view.dispatch({
    changes: { from, to: present.length - end, insert: value.slice(from, value.length - end) },
    annotations: isolateHistory.of('full'),
  })
}
