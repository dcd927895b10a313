import {
  ArrowReplyRegular,
  BranchForkRegular,
  GlobeRegular,
  MailRegular,
  PersonAddRegular,
} from '@fluentui/react-icons'
import type { FlowAction } from '@shared/flow/action'
import styles from './step-card.module.css'

const icons = {
  'create-record': PersonAddRegular,
  'send-email': MailRegular,
  http: GlobeRegular,
  response: ArrowReplyRegular,
  condition: BranchForkRegular,
} as const satisfies Readonly<Record<FlowAction['type'], unknown>>

/** The sign of an action's kind; its name stands beside it. */
export function ActionIcon({ type }: { readonly type: FlowAction['type'] }) {
  const Icon = icons[type]
  return (
    <span className={styles.icon} aria-hidden>
      <Icon />
    </span>
  )
}
