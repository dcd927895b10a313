import { CheckmarkCircle16Filled, Delete16Regular, PauseCircle16Regular, Warning16Filled } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useTranslation } from 'react-i18next'
import styles from './flow-state.module.css'

const looks = {
  started: { Icon: CheckmarkCircle16Filled, tone: styles.on },
  disabled: { Icon: PauseCircle16Regular, tone: styles.off },
  suspended: { Icon: Warning16Filled, tone: styles.suspended },
  deleted: { Icon: Delete16Regular, tone: styles.off },
} as const

/** Whether a flow is on, as icon and word. */
export function FlowState({ state }: { readonly state: Flow['state'] }) {
  const { t } = useTranslation('flows')
  const { Icon, tone } = looks[state]
  return (
    <span className={`${styles.state} ${tone}`}>
      <Icon aria-hidden />
      {t(`state.${state}`)}
    </span>
  )
}
