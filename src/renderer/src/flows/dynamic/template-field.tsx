import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { ReactNode } from 'react'
import frame from '../../ui/field-frame.module.css'
import { insertText } from './template-extensions'
import styles from './template-field.module.css'
import { TemplatePreview } from './template-preview'
import { TokenPicker } from './token-picker'
import { useTemplateEditor } from './use-template-editor'

type TemplateFieldProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Its name for screen readers, translated. */
  readonly label: string
  readonly placeholder?: string
  readonly multiline?: boolean
  /** `cell`: without a border of its own, for tables. */
  readonly look?: 'field' | 'cell'
  /** Buttons over the text, given the editor. */
  readonly tools?: (editor: () => EditorView | null) => ReactNode
  readonly more?: Extension
  /** Without the line that shows the text with the chosen lead: where another place shows it. */
  readonly hasPreview?: boolean
}

const nothing: Extension = []

/** A text field with dynamic content: tokens are chips, chosen with the button or after `@`. */
export function TemplateField(props: TemplateFieldProps) {
  const { value, onChange, label, multiline = false, look = 'field', tools, hasPreview = true } = props
  const { place, view } = useTemplateEditor({
    value,
    label,
    placeholder: props.placeholder ?? '',
    isMultiline: multiline,
    more: props.more ?? nothing,
    onChange,
  })
  return (
    <div className={styles.whole}>
      <div
        className={`${frame.frame} ${styles.field} ${look === 'cell' ? styles.cell : ''} ${multiline ? styles.multiline : ''}`}
      >
        {tools ? <div className={styles.tools}>{tools(() => view.current)}</div> : null}
        <div className={styles.line}>
          <div ref={place} className={styles.editor} />
          <TokenPicker label={label} onPick={({ written }) => view.current && insertText(view.current, written)} />
        </div>
      </div>
      {hasPreview ? <TemplatePreview template={value} multiline={multiline} /> : null}
    </div>
  )
}
