import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { Button, Tooltip } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import { maskSignature } from '@shared/flow/flow-url'
import type { VariableScope } from '@shared/variables/variable-scope'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cspNonce } from '../styles/csp-nonce'
import { useVariableWords } from './use-variable-words'
import styles from './variable-field.module.css'
import { fieldExtensions } from './variable-field-extensions'
import { type Masking, showMasking, showScopes } from './variable-marks'

export type VariableFieldProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Its name for screen readers, translated. */
  readonly label: string
  /** Whose variables it may name, outermost first. */
  readonly scopes: readonly VariableScope[]
  readonly placeholder?: string
  readonly multiline?: boolean
  /** Masks the whole value until asked for. Without it only signatures of URLs are masked. */
  readonly secret?: boolean
  /** Whole values to offer while typing. */
  readonly suggestions?: readonly string[]
  /** `cell`: without a border of its own, for tables. */
  readonly look?: 'field' | 'cell'
  /** Id of the element that has the keyboard, to find the field by. */
  readonly id?: string
  /** Gets pasted text first; true when it took it, which is then not pasted. */
  readonly onPaste?: (text: string) => boolean
  readonly onEnter?: () => void
  readonly isInvalid?: boolean
}

const noSuggestions: readonly string[] = []

/** A text field whose `{{variables}}` are coloured, explained and completed, and whose secrets are masked. */
export function VariableField(props: VariableFieldProps) {
  const { value, label, scopes, placeholder = '', multiline = false, secret = false } = props
  const { suggestions = noSuggestions, look = 'field', id, isInvalid = false } = props
  const { t } = useTranslation('request')
  const words = useVariableWords()
  const [isRevealed, setIsRevealed] = useState(false)
  const masking: Masking = isRevealed ? 'nothing' : secret ? 'all' : 'signatures'
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  latest.current = props
  const first = useRef({ value, scopes, masking })
  first.current = { value, scopes, masking }

  useEffect(() => {
    if (!place.current) return
    const extensions = fieldExtensions({
      label,
      nonce: cspNonce(),
      scopes: first.current.scopes,
      masking: first.current.masking,
      isMultiline: multiline,
      placeholder,
      suggestions,
      words,
      hiddenLabel: t('field.hiddenSignature'),
      phrases: { Completions: t('field.completions') },
      tooltipParent: place.current.closest<HTMLElement>('.fui-FluentProvider') ?? document.body,
      onText: (text) => text !== latest.current.value && latest.current.onChange(text),
      onEnter: () => latest.current.onEnter?.(),
      onPaste: (text) => latest.current.onPaste?.(text) ?? false,
    })
    const state = EditorState.create({ doc: first.current.value, extensions })
    const created = new EditorView({ parent: place.current, state })
    if (id !== undefined) created.contentDOM.id = id
    view.current = created
    return () => {
      view.current = null
      created.destroy()
    }
  }, [label, multiline, placeholder, suggestions, words, id, t])

  useEffect(() => {
    if (view.current) showText(view.current, value)
  }, [value])
  useEffect(() => {
    if (view.current) showScopes(view.current, scopes)
  }, [scopes])
  useEffect(() => {
    if (view.current) showMasking(view.current, masking)
  }, [masking])
  useEffect(() => {
    view.current?.contentDOM.setAttribute('aria-invalid', `${isInvalid}`)
  }, [isInvalid])

  const hasSecret = secret ? value !== '' : maskSignature(value) !== value
  const revealLabel = isRevealed ? t('field.hide') : t('field.show')
  return (
    <div
      className={`${styles.field} ${look === 'cell' ? styles.cell : ''} ${multiline ? styles.multiline : ''} ${isInvalid ? styles.invalid : ''}`}
    >
      <div ref={place} className={styles.editor} />
      {hasSecret ? (
        <Tooltip content={revealLabel} relationship="label">
          <Button
            appearance="transparent"
            size="small"
            className={`${styles.reveal}`}
            aria-pressed={isRevealed}
            icon={isRevealed ? <EyeOffRegular /> : <EyeRegular />}
            onClick={() => setIsRevealed(!isRevealed)}
          />
        </Tooltip>
      ) : null}
    </div>
  )
}

/** A value from outside (Mend, undo, another field): replaced where it differs, so that the cursor stays. */
function showText(view: EditorView, value: string): void {
  const present = view.state.doc.toString()
  if (present === value) return
  let from = 0
  while (from < present.length && from < value.length && present[from] === value[from]) from++
  let end = 0
  const most = Math.min(present.length, value.length) - from
  while (end < most && present[present.length - 1 - end] === value[value.length - 1 - end]) end++
  view.dispatch({ changes: { from, to: present.length - end, insert: value.slice(from, value.length - end) } })
}
