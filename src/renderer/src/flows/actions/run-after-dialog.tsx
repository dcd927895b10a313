import { Checkbox } from '@fluentui/react-components'
import type { FlowAction } from '@shared/flow/action'
import { replaceAction } from '@shared/flow/action-tree'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../composer/save/form-dialog'
import styles from '../../composer/save/form-dialog.module.css'
import { useSteps } from './steps-context'

const states = ['Succeeded', 'Failed', 'Skipped', 'TimedOut'] as const

/** *Configure run after*: how the step before has to end for this one to run. */
export function RunAfterDialog({ action, onClose }: { readonly action: FlowAction; readonly onClose: () => void }) {
  const { t } = useTranslation(['flowActions', 'common'])
  const steps = useSteps()
  const [chosen, setChosen] = useState<readonly (typeof states)[number][]>(action.runAfter)
  const keep = () => {
    const runAfter = states.filter((state) => chosen.includes(state))
    steps.change((actions) => replaceAction(actions, { ...action, runAfter }))
    onClose()
  }
  return (
    <FormDialog
      title={t('flowActions:runAfter.title', { name: action.name })}
      submit={t('flowActions:runAfter.done')}
      canSubmit={chosen.length > 0}
      onSubmit={keep}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('flowActions:runAfter.hint')}</p>
      <div>
        {states.map((state) => (
          <div key={state}>
            <Checkbox
              label={t(`flowActions:runAfter.${state}`)}
              checked={chosen.includes(state)}
              onChange={(_, { checked }) =>
                setChosen(checked === true ? [...chosen, state] : chosen.filter((other) => other !== state))
              }
            />
          </div>
        ))}
      </div>
      {chosen.length === 0 ? (
        <p className={styles.hint} role="status">
          {t('flowActions:runAfter.none')}
        </p>
      ) : null}
    </FormDialog>
  )
}
