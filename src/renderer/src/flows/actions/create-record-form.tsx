import { Button } from '@fluentui/react-components'
import type { CreateRecordAction, FlowAction } from '@shared/flow/action'
import { defaultColumns } from '@shared/flow/default-columns'
import { useTranslation } from 'react-i18next'
import { structurallyEqual } from '../../state/structurally-equal'
import { offerUndo } from '../../ui/undo-toast'
import { Choice } from './choice'
import { ConnectionChoice } from './connection-choice'
import styles from './step-form.module.css'
import { TemplateRows } from './template-rows'

const systems = ['dataverse', 'salesforce', 'hubspot'] as const

type CreateRecordFormProps = {
  readonly action: CreateRecordAction
  readonly onChange: (action: FlowAction) => void
}

/** *Create a new record*: in which system, over which connection, and what goes into which column. */
export function CreateRecordForm({ action, onChange }: CreateRecordFormProps) {
  const { t } = useTranslation('flowActions')
  const usual = defaultColumns[action.system]
  const isUsual = structurallyEqual(action.columns, usual)
  const useSystem = (system: CreateRecordAction['system']) =>
    onChange({
      ...action,
      system,
      connectionId: null,
      // Columns that were not touched follow the system; others are the user's.
      columns: isUsual || action.columns.length === 0 ? defaultColumns[system] : action.columns,
    })
  const reset = () => {
    onChange({ ...action, columns: usual })
    offerUndo(t('record.wasReset'), async () => onChange(action))
  }
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <div className={styles.grow}>
          <Choice
            label={t('record.system')}
            value={action.system}
            options={systems.map((system) => ({ value: system, label: t(`system.${system}`) }))}
            onChange={useSystem}
          />
          <span className={styles.hint}>{t(`record.table.${action.system}`)}</span>
        </div>
        <div className={styles.grow}>
          <ConnectionChoice
            kind={action.system}
            value={action.connectionId}
            onChange={(connectionId) => onChange({ ...action, connectionId })}
          />
        </div>
      </div>
      <TemplateRows
        label={t('record.columns')}
        nameLabel={t('record.column')}
        addLabel={t('record.addColumn')}
        suggestions={usual.map(({ name }) => name)}
        most={200}
        rows={action.columns}
        onChange={(columns) => onChange({ ...action, columns })}
      />
      {isUsual ? null : (
        <div>
          <Button size="small" onClick={reset}>
            {t('record.reset')}
          </Button>
        </div>
      )}
    </div>
  )
}
