import { Button, Tooltip } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { useRowIds } from '../../composer/request/use-row-ids'
import { TemplateField } from '../dynamic/template-field'
import styles from './step-form.module.css'

export type TemplateRow = { readonly name: string; readonly value: string }

type TemplateRowsProps = {
  readonly rows: readonly TemplateRow[]
  /** Of the table, translated. */
  readonly label: string
  readonly nameLabel: string
  readonly addLabel: string
  /** Names to offer while typing. */
  readonly suggestions?: readonly string[]
  readonly most: number
  readonly onChange: (rows: readonly TemplateRow[]) => void
}

/** Names with values that may hold dynamic content: columns of a record, headers. */
export function TemplateRows(props: TemplateRowsProps) {
  const { rows, label, nameLabel, addLabel, suggestions = [], most, onChange } = props
  const { t } = useTranslation('flowActions')
  const { ids, removeId } = useRowIds(rows.length)
  const listId = `names-${suggestions.join('-').slice(0, 40)}`
  return (
    <div className={styles.field}>
      {rows.length === 0 ? null : (
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                {nameLabel}
              </th>
              <th scope="col">{t('rows.value')}</th>
              <th scope="col" className={styles.remove} aria-label={t('rows.removeColumn')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={ids[index]}>
                <td>
                  <input
                    className={styles.cellInput}
                    aria-label={t('rows.name', { row: index + 1 })}
                    maxLength={500}
                    spellCheck={false}
                    list={suggestions.length > 0 ? listId : undefined}
                    value={row.name}
                    onChange={(event) => onChange(rows.with(index, { ...row, name: event.target.value }))}
                  />
                </td>
                <td>
                  <TemplateField
                    look="cell"
                    multiline={row.value.includes('\n')}
                    label={t('rows.valueOf', { name: row.name === '' ? index + 1 : row.name })}
                    value={row.value}
                    onChange={(value) => onChange(rows.with(index, { ...row, value }))}
                  />
                </td>
                <td className={styles.remove}>
                  <Tooltip content={t('rows.remove', { name: row.name })} relationship="label">
                    <Button
                      appearance="subtle"
                      size="small"
                      icon={<DeleteRegular />}
                      onClick={() => {
                        removeId(index)
                        onChange(rows.toSpliced(index, 1))
                      }}
                    />
                  </Tooltip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div>
        <Button
          appearance="subtle"
          size="small"
          icon={<AddRegular />}
          disabled={rows.length >= most}
          onClick={() => onChange([...rows, { name: '', value: '' }])}
        >
          {addLabel}
        </Button>
      </div>
      {suggestions.length > 0 ? (
        <datalist id={listId}>
          {suggestions.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
    </div>
  )
}
