import { CheckmarkCircle16Filled, DismissCircle16Filled, Info16Filled, Warning16Filled } from '@fluentui/react-icons'
import type { Intent } from './intent'
import styles from './intent-icon.module.css'

const icons = {
  success: CheckmarkCircle16Filled,
  info: Info16Filled,
  warning: Warning16Filled,
  error: DismissCircle16Filled,
} as const

/** The icon of an outcome; the word beside it says the same, so screen readers skip it. */
export function IntentIcon({ intent }: { readonly intent: Intent }) {
  const Icon = icons[intent]
  return <Icon aria-hidden className={`${styles.icon} ${styles[intent]}`} />
}
