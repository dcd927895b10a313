import { Field, Input } from '@fluentui/react-components'
import type { FlowAction } from '@shared/flow/action'
import { allActions, replaceAction } from '@shared/flow/action-tree'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '../../ui/use-return-focus'
import styles from './step-card.module.css'
import { useSteps } from './steps-context'

/** The name of a step as a field: Enter or leaving it keeps the name, Escape does not. */
export function RenameStep({ action, onClose }: { readonly action: FlowAction; readonly onClose: () => void }) {
  const { t } = useTranslation('flowActions')
  const steps = useSteps()
  useReturnFocus()
  const [name, setName] = useState(action.name)
  const trimmed = name.trim()
  const isTaken = allActions(steps.actions).some(
    (other) => other.id !== action.id && other.name.toLowerCase() === trimmed.toLowerCase(),
  )
  const problem = trimmed === '' ? t('card.nameMissing') : isTaken ? t('card.nameTaken') : null
  const keep = () => {
    if (problem === null && trimmed !== action.name) {
      steps.change((actions) => replaceAction(actions, { ...action, name: trimmed }))
    }
    onClose()
  }
  return (
    <Field
      className={`${styles.rename}`}
      {...(problem === null ? {} : { validationState: 'error' as const, validationMessage: problem })}
    >
      <Input
        size="small"
        autoFocus
        aria-label={t('card.name')}
        maxLength={100}
        value={name}
        onFocus={(event) => event.target.select()}
        onChange={(_, { value }) => setName(value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && problem === null) {
            // The focus goes back to a button, which the same key would press.
            event.preventDefault()
            keep()
          }
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          }
        }}
      />
    </Field>
  )
}
