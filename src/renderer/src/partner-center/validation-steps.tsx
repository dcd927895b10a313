import { Spinner } from '@fluentui/react-components'
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  DismissCircle20Filled,
  QuestionCircle20Regular,
  SubtractCircle20Regular,
  Warning20Filled,
} from '@fluentui/react-icons'
import type { Validation, ValidationStep } from '@shared/partner-center/validation'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../inbox/detail/duration'
import lines from './lines.module.css'
import { StepText } from './step-text'
import styles from './validation.module.css'

/** The steps of the test lead, each with what happened, how long it took, and what to do where it failed. */
export function ValidationSteps({ validation }: { readonly validation: Validation }) {
  const { t } = useTranslation('partner')
  return (
    <ol className={styles.steps} aria-label={t('validate.steps')}>
      {validation.steps.map((step) => (
        <li key={step.name} data-state={step.state}>
          <StepIcon state={step.state} />
          <div className={styles.stepBody}>
            <div className={styles.stepTitle}>
              <strong>{t(`step.${step.name}.${step.state}`)}</strong>
              {'durationMs' in step && step.name !== 'address' ? (
                <span className={lines.quiet}>{formatDuration(step.durationMs)}</span>
              ) : null}
            </div>
            {'detail' in step ? <StepText state={step.state} detail={step.detail} /> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The title beside it says the same, so screen readers skip it. */
function StepIcon({ state }: { readonly state: ValidationStep['state'] }) {
  switch (state) {
    case 'waiting':
      return <Circle20Regular aria-hidden className={`${styles.waitingIcon}`} />
    case 'running':
      return <Spinner size="extra-tiny" className={`${styles.spinner}`} aria-hidden />
    case 'skipped':
      return <SubtractCircle20Regular aria-hidden className={`${styles.waitingIcon}`} />
    case 'passed':
      return <CheckmarkCircle20Filled aria-hidden className={`${styles.passedIcon}`} />
    case 'warning':
      return <Warning20Filled aria-hidden className={`${styles.warningIcon}`} />
    case 'failed':
      return <DismissCircle20Filled aria-hidden className={`${styles.failedIcon}`} />
    case 'unknown':
      return <QuestionCircle20Regular aria-hidden className={`${styles.waitingIcon}`} />
  }
}
