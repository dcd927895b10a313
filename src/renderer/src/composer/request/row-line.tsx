import { Button, Checkbox, Tooltip } from '@fluentui/react-components'
import { DeleteRegular, ReOrderDotsVerticalRegular } from '@fluentui/react-icons'
import type { RequestRow } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { type DragEvent, type KeyboardEvent, memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VariableField } from '../../ui/variable-field'
import styles from './rows-editor.module.css'

/** What a row can ask of its table, by its place. */
export type RowActions = {
  readonly change: (index: number, changes: Partial<RequestRow>) => void
  readonly remove: (index: number) => void
  readonly move: (from: number, to: number) => void
  /** Goes on to the next row. */
  readonly enter: (index: number) => void
}

type RowLineProps = {
  readonly row: RequestRow
  readonly index: number
  /** The last line, which becomes a row when something is typed. */
  readonly isNew: boolean
  readonly isFixed: boolean
  readonly isSecret: boolean
  /** Of the table, translated. */
  readonly label: string
  readonly scopes: readonly VariableScope[]
  readonly nameSuggestions: readonly string[]
  readonly valueSuggestions: readonly string[]
  /** Takes the place of the value's field. */
  readonly value: ReactNode
  /** A cell of its own behind the description. */
  readonly extra: ReactNode
  readonly actions: RowActions
}

/** Rows are dragged within their own table only. */
const dragType = 'application/x-lead-inspector-row'

/** About a screen of rows; the editors of others are made when they come near. */
const atOnce = 20

/** A row of the table. */
export const RowLine = memo(function RowLine(props: RowLineProps) {
  const { row, index, isNew, isFixed, scopes, label, actions } = props
  const { t } = useTranslation('request')
  const [isTarget, setIsTarget] = useState(false)
  const number = index + 1
  const isLazy = index >= atOnce
  const set = (changes: Partial<RequestRow>) => actions.change(index, changes)
  const onEnter = () => actions.enter(index)
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || isNew || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    actions.move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
  }
  const dropKind = `${dragType};${label}`.toLowerCase()
  const drop = (event: DragEvent) => {
    setIsTarget(false)
    const from = Number(event.dataTransfer.getData(dropKind))
    if (event.dataTransfer.types.includes(dropKind) && from !== index) actions.move(from, index)
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
            suggestions={props.nameSuggestions}
            onChange={(name) => set({ name })}
            onEnter={onEnter}
          />
        )}
      </td>
      <td>
        {props.value ?? (
          <VariableField
            look="cell"
            isLazy={isLazy}
            label={t('rows.valueOf', { row: number })}
            value={row.value}
            scopes={scopes}
            secret={props.isSecret}
            suggestions={props.valueSuggestions}
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
      {props.extra}
      <td className={styles.narrow}>
        {isNew || isFixed ? null : (
          <Tooltip content={t('rows.delete', { row: number })} relationship="label">
            <Button appearance="subtle" size="small" icon={<DeleteRegular />} onClick={() => actions.remove(index)} />
          </Tooltip>
        )}
      </td>
    </tr>
  )
})
