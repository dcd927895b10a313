import type { ConditionAction, FlowAction } from '@shared/flow/action'
import { conditionOperators } from '@shared/flow/condition-operators'
import { useTranslation } from 'react-i18next'
import { TemplateField } from '../dynamic/template-field'
import { Choice } from './choice'
import { Labelled } from './labelled'
import styles from './step-form.module.css'
import { StepList } from './step-list'
import { isUnary } from './step-summary'

type ConditionFormProps = { readonly action: ConditionAction; readonly onChange: (action: FlowAction) => void }

/** *Condition*: two values and how they are compared; the steps of one branch run, those of the other are skipped. */
export function ConditionForm({ action, onChange }: ConditionFormProps) {
  const { t } = useTranslation('flowActions')
  const set = (changes: Partial<ConditionAction>) => onChange({ ...action, ...changes })
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <div className={styles.grow}>
          <Labelled label={t('condition.left')}>
            <TemplateField label={t('condition.left')} value={action.left} onChange={(left) => set({ left })} />
          </Labelled>
        </div>
        <div className={styles.fixed}>
          <Choice
            label={t('condition.operator')}
            value={action.operator}
            options={conditionOperators.map((value) => ({ value, label: t(`operator.${value}`) }))}
            onChange={(operator) => set({ operator })}
          />
        </div>
        {isUnary(action.operator) ? null : (
          <div className={styles.grow}>
            <Labelled label={t('condition.right')}>
              <TemplateField label={t('condition.right')} value={action.right} onChange={(right) => set({ right })} />
            </Labelled>
          </div>
        )}
      </div>
      <div className={styles.branches}>
        {(['ifTrue', 'ifFalse'] as const).map((branch) => (
          <div key={branch} className={styles.branch}>
            <h4>{t(`condition.${branch}`)}</h4>
            <StepList list={{ conditionId: action.id, branch }} label={t(`condition.${branch}`)} />
          </div>
        ))}
      </div>
    </div>
  )
}
