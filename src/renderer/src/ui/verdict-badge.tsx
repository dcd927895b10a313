import {
  CheckmarkCircle16Filled,
  DismissCircle16Filled,
  DocumentProhibitedRegular,
  PlugDisconnected16Regular,
  QuestionCircle16Regular,
  Warning16Filled,
} from '@fluentui/react-icons'
import type { Verdict } from '@shared/lead/verdict'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './verdict-badge.module.css'

const looks: Readonly<
  Record<
    Verdict,
    { readonly Icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>; readonly tone: string | undefined }
  >
> = {
  matches: { Icon: CheckmarkCircle16Filled, tone: styles.good },
  'matches-with-warnings': { Icon: Warning16Filled, tone: styles.warning },
  'does-not-match': { Icon: DismissCircle16Filled, tone: styles.bad },
  'not-a-lead': { Icon: QuestionCircle16Regular, tone: styles.quiet },
  'not-json': { Icon: DocumentProhibitedRegular, tone: styles.bad },
  unmatched: { Icon: PlugDisconnected16Regular, tone: styles.quiet },
}

/** A verdict as icon and word, never as colour alone. `short` uses the one-word form for narrow columns. */
export function VerdictBadge({ verdict, short = false }: { readonly verdict: Verdict; readonly short?: boolean }) {
  const { t } = useTranslation('common')
  const { Icon, tone } = looks[verdict]
  const full = t(`verdict.${verdict}`)
  return (
    <span className={`${styles.badge} ${tone}`} title={short ? full : undefined}>
      <Icon aria-hidden />
      <span className={styles.word}>{short ? t(`verdictShort.${verdict}`) : full}</span>
    </span>
  )
}
