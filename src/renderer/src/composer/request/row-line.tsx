import { Button, Checkbox, Tooltip } from '@fluentui/react-components'
import { DeleteRegular, ReOrderDotsVerticalRegular } from '@fluentui/react-icons'
import type { RequestRow } from '@shared/request/request-template'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VariableField } from '../../ui/variable-field'
import type { RowsEditorProps } from './rows-editor'
import styles from './rows-editor.module.css'

type RowLineProps<Row extends RequestRow> = Omit<RowsEditorProps<Row>, 'rows' | 'onChange'> & {
  readonly row: Row
  readonly index: number
  /** The last line, which becomes a row when something is typed. */
  readonly isNew: boolean
  readonly onRowChange: (changes: Partial<Row>) => void
  readonly onRemove: () => void
  readonly onMove: (to: number) => void
  readonly onDropRow: (from: number) => void
  readonly onEnter: () => void
}

/** Rows are dragged within their own table only. */
const dragType = 'application/x-lead-inspector-row'

const none: readonly string[] = []

/** About a screen of rows; the editors of others are made when they come near. */
const atOnce = 20

export function RowLine<Row extends RequestRow>(props: RowLineProps<Row>) {
  const { row, index, isNew, scopes, label, isFixed = false, onRowChange, onRemove, onMove, onEnter } = props
  const { t } = useTranslation('request')
  const [isTarget, setIsTarget] = useState(false)
  const number = index + 1
  const isLazy = index >= atOnce
  // A Partial of a generic row cannot be proved to have the fields of every row.
  const set = (changes: Partial<RequestRow>) => onRowChange({ ...row, ...changes })
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || isNew || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? index - 1 : index + 1)
  }
  const dropKind = `${dragType};${label}`.toLowerCase()
  const drop = (event: DragEvent) => {
    setIsTarget(false)
    const from = Number(event.dataTransfer.getData(dropKind))
    if (event.dataTransfer.types.includes(dropKind) && from !== index) props.onDropRow(from)
  }
  return (
    <tr
      className={`${row.enabled || isNew ? '' : styles.off} ${isTarget ? styles.target : ''}`}
      onKeyDown={keys}
      onDragOver={(event) => {
        if (isNew || !event.dataTransfer.types.includes(dropKind)) return
        event.preventDefault()
        setIsTarget(true)
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={drop}
    >
      <td className={styles.narrow}>
        {isNew ? null : (
          <div className={styles.use}>
            {isFixed ? null : (
              // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard moves rows with Alt and an arrow
              <span
                className={styles.handle}
                draggable
                title={t('rows.moveHint')}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move'
                  event.dataTransfer.setData(dropKind, `${index}`)
                }}
              >
                <ReOrderDotsVerticalRegular aria-hidden />
              </span>
            )}
            {isFixed ? null : (
              <Checkbox
                checked={row.enabled}
                aria-label={t('rows.useName', { name: row.name })}
                onChange={(_, data) => set({ enabled: data.checked === true })}
              />
            )}
          </div>
        )}
      </td>
      <td>
        {isFixed ? (
          <span className={styles.fixed}>{row.name}</span>
        ) : (
          <VariableField
            look="cell"
            isLazy={isLazy}
            label={t('rows.nameOf', { row: number })}
            placeholder={t('rows.addName')}
            value={row.name}
            scopes={scopes}
            suggestions={props.nameSuggestions ?? none}
            onChange={(name) => set({ name })}
            onEnter={onEnter}
          />
        )}
      </td>
      <td>
        {props.renderValue && !isNew ? (
          props.renderValue(row, onRowChange, index)
        ) : (
          <VariableField
            look="cell"
            isLazy={isLazy}
            label={t('rows.valueOf', { row: number })}
            value={row.value}
            scopes={scopes}
            secret={props.isSecret?.(row) ?? false}
            suggestions={props.valueSuggestions?.(row.name) ?? none}
            onChange={(value) => set({ value })}
            onEnter={onEnter}
          />
        )}
      </td>
      <td className={styles.descriptionColumn}>
        <input
          className={styles.description}
          aria-label={t('rows.descriptionOf', { row: number })}
          value={row.description}
          onChange={(event) => set({ description: event.target.value })}
          onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && onEnter()}
        />
      </td>
      {props.extra ? (
        <td className={styles.extra}>{isNew ? null : props.extra.render(row, onRowChange, index)}</td>
      ) : null}
      <td className={styles.narrow}>
        {isNew || isFixed ? null : (
          <Tooltip content={t('rows.delete', { row: number })} relationship="label">
            <Button appearance="subtle" size="small" icon={<DeleteRegular />} onClick={onRemove} />
          </Tooltip>
        )}
      </td>
    </tr>
  )
}
