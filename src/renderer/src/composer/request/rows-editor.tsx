import { Button } from '@fluentui/react-components'
import { TableRegular, TextEditStyleRegular } from '@fluentui/react-icons'
import type { RequestRow } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkEditor } from './bulk-editor'
import { type RowActions, RowLine } from './row-line'
import styles from './rows-editor.module.css'
import { useRowIds } from './use-row-ids'

/** Each row has several editors in it, so a table shows this many at first. */
const shownAtFirst = 200

const none: readonly string[] = []

export type RowsEditorProps<Row extends RequestRow> = {
  readonly rows: readonly Row[]
  readonly onChange: (rows: readonly Row[]) => void
  /** What the rows are, translated. */
  readonly label: string
  readonly scopes: readonly VariableScope[]
  /** A row with nothing in it: what typing into the last line begins with. */
  readonly blank: Row
  readonly nameSuggestions?: readonly string[]
  readonly valueSuggestions?: (name: string) => readonly string[]
  readonly isSecret?: (row: Row) => boolean
  /** The rows follow from something else: they are not added, deleted, moved or renamed. */
  readonly isFixed?: boolean
  /** Takes the place of a row's value, e.g. for files. */
  readonly renderValue?: (row: Row, change: (changes: Partial<Row>) => void, index: number) => ReactNode
  /** A column of its own behind the description. */
  readonly extra?: {
    readonly label: string
    readonly render: (row: Row, change: (changes: Partial<Row>) => void, index: number) => ReactNode
  }
  /** Offers the rows as text; not for rows that are more than names and values. */
  readonly hasBulk?: boolean
  /** A sentence beside the buttons, translated. */
  readonly note?: string
}

/** A table of names and values. Typing into its last, empty line adds a row; Enter goes to the next one. */
export function RowsEditor<Row extends RequestRow>(props: RowsEditorProps<Row>) {
  const { rows, onChange, label, scopes, blank, isFixed = false, hasBulk = !isFixed, note, extra } = props
  const { isSecret, nameSuggestions = none, valueSuggestions, renderValue } = props
  const { t } = useTranslation('request')
  const [isBulk, setIsBulk] = useState(false)
  const [shown, setShown] = useState(shownAtFirst)
  const { ids, moveId, removeId } = useRowIds(rows.length + (isFixed ? 0 : 1))
  const table = useRef<HTMLTableElement>(null)

  const latest = useRef({ rows, onChange, blank, isFixed, moveId, removeId })
  latest.current = { rows, onChange, blank, isFixed, moveId, removeId }
  // The same for every render, so that a key in one row does not draw all the others anew.
  const actions = useMemo((): RowActions => {
    const focusRow = (index: number) => focusName(table.current, index)
    return {
      change: (index, changes) => {
        const now = latest.current
        const row = { ...(now.rows[index] ?? now.blank), ...changes }
        now.onChange(index < now.rows.length ? now.rows.with(index, row) : [...now.rows, row])
      },
      remove: (index) => {
        const now = latest.current
        now.removeId(index)
        now.onChange(now.rows.toSpliced(index, 1))
        focusRow(Math.min(index, now.rows.length - 1))
      },
      move: (from, to) => {
        const now = latest.current
        const row = now.rows[from]
        if (now.isFixed || !row || to < 0 || to >= now.rows.length) return
        const focused = document.activeElement
        now.moveId(from, to)
        now.onChange(now.rows.toSpliced(from, 1).toSpliced(to, 0, row))
        // The browser takes the focus from an element that is put elsewhere.
        requestAnimationFrame(() => focused instanceof HTMLElement && focused.isConnected && focused.focus())
      },
      enter: (index) => focusRow(index + 1),
    }
  }, [])
  const lines = isFixed ? rows : [...rows, blank]
  const hidden = Math.max(0, lines.length - shown)
  return (
    <div className={styles.rows}>
      {note !== undefined || hasBulk ? (
        <div className={styles.bar}>
          <span className={styles.note}>{isBulk ? t('rows.bulkHint') : note}</span>
          {hasBulk ? (
            <Button
              size="small"
              appearance="subtle"
              icon={isBulk ? <TableRegular /> : <TextEditStyleRegular />}
              onClick={() => setIsBulk(!isBulk)}
            >
              {isBulk ? t('rows.bulkDone') : t('rows.bulk')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {isBulk ? (
        <BulkEditor
          rows={rows}
          label={t('rows.bulkLabel', { label })}
          onChange={(next) => onChange(next.map((row) => ({ ...blank, ...row })))}
        />
      ) : (
        <table ref={table} className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col" className={styles.narrow}>
                <span className="visually-hidden">{t('rows.use')}</span>
              </th>
              <th scope="col">{t('rows.name')}</th>
              <th scope="col" className={styles.wide}>
                {t('rows.value')}
              </th>
              <th scope="col" className={styles.descriptionColumn}>
                {t('rows.description')}
              </th>
              {extra ? (
                <th scope="col" className={styles.extra}>
                  {extra.label}
                </th>
              ) : null}
              <td className={styles.narrow} />
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shown).map((row, index) => (
              <RowLine
                key={ids[index]}
                row={row}
                index={index}
                isNew={!isFixed && index === rows.length}
                isFixed={isFixed}
                isSecret={isSecret?.(row) ?? false}
                label={label}
                scopes={scopes}
                nameSuggestions={nameSuggestions}
                valueSuggestions={valueSuggestions?.(row.name) ?? none}
                value={index < rows.length ? renderValue?.(row, (to) => actions.change(index, to), index) : undefined}
                extra={
                  extra && (
                    <td className={styles.extra}>
                      {index < rows.length ? extra.render(row, (to) => actions.change(index, to), index) : null}
                    </td>
                  )
                }
                actions={actions}
              />
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && !isBulk ? (
        <Button size="small" onClick={() => setShown(shown + shownAtFirst)}>
          {t('rows.more', { count: Math.min(hidden, shownAtFirst) })}
        </Button>
      ) : null}
    </div>
  )
}

/** Puts the keyboard into the name of a row, once it is there. */
function focusName(table: HTMLTableElement | null, index: number): void {
  requestAnimationFrame(() => {
    const row = table?.querySelectorAll('tbody > tr')[index]
    row?.querySelector<HTMLElement>('[contenteditable="true"], input:not([type="checkbox"])')?.focus()
  })
}
