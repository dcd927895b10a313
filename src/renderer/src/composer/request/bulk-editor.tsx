import { rowsToText, textToRows } from '@shared/request/bulk-rows'
import type { RequestRow } from '@shared/request/request-template'
import { useState } from 'react'
import styles from './rows-editor.module.css'

type BulkEditorProps = {
  readonly rows: readonly RequestRow[]
  /** Its name for screen readers, translated. */
  readonly label: string
  readonly onChange: (rows: readonly RequestRow[]) => void
}

/** Rows as text, one a line. What is typed stays as it is typed while the rows follow. */
export function BulkEditor({ rows, label, onChange }: BulkEditorProps) {
  const [text, setText] = useState(() => rowsToText(rows))
  const [before] = useState(rows)
  return (
    <textarea
      className={styles.bulk}
      aria-label={label}
      spellCheck={false}
      rows={Math.min(20, Math.max(6, rows.length + 2))}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onChange(textToRows(event.target.value, before))
      }}
    />
  )
}
