import { Spinner } from '@fluentui/react-components'
import {
  ArrowClockwise16Regular,
  CheckmarkCircle16Filled,
  Circle16Regular,
  Clock16Filled,
  DismissCircle16Filled,
  SubtractCircle16Regular,
} from '@fluentui/react-icons'
import type { RunSummary, StepState } from '@shared/run/run'
import { useTranslation } from 'react-i18next'
import styles from './state-mark.module.css'

type StateName = StepState['state'] | RunSummary['state']['state']

const icons = {
  Succeeded: CheckmarkCircle16Filled,
  Failed: DismissCircle16Filled,
  TimedOut: Clock16Filled,
  Skipped: SubtractCircle16Regular,
  Cancelled: SubtractCircle16Regular,
  Waiting: Circle16Regular,
  Retrying: ArrowClockwise16Regular,
} as const

/** How a run or a step ended: an icon and its word, never colour alone. */
export function StateMark({ state }: { readonly state: StateName }) {
  const { t } = useTranslation('flowRuns')
  return (
    <span className={styles.mark}>
      {state === 'Running' ? <Spinner size="extra-tiny" aria-hidden /> : <Icon state={state} />}
      <span>{t(`state.${state}`)}</span>
    </span>
  )
}

function Icon({ state }: { readonly state: Exclude<StateName, 'Running'> }) {
  const Shown = icons[state]
  return <Shown aria-hidden className={`${styles.icon} ${styles[tone(state)]}`} />
}

/** Green, red, grey, or amber while it will be tried again. */
export function tone(state: StateName): 'good' | 'bad' | 'quiet' | 'busy' {
  switch (state) {
    case 'Succeeded':
      return 'good'
    case 'Failed':
    case 'TimedOut':
      return 'bad'
    case 'Retrying':
    case 'Running':
      return 'busy'
    case 'Skipped':
    case 'Cancelled':
    case 'Waiting':
      return 'quiet'
  }
}
