import { CheckboxCheckedRegular, CheckboxUncheckedRegular } from '@fluentui/react-icons'
import type { HistorySummary } from '@shared/history/history'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../inbox/detail/duration'
import { formatBytes } from '../../ui/byte-size'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import { failureKind, statusIntent } from '../answer/intent'
import { IntentIcon } from '../answer/intent-icon'
import type { Choosing } from './history-selection'
import styles from './history-view.module.css'

type HistoryRowProps = {
  readonly id: string
  readonly entry: HistorySummary
  /** Its place in the list in px. */
  readonly top: number
  /** 1, 2, 3 … */
  readonly place: number
  /** How many there are; -1 while that is not known. */
  readonly total: number
  readonly isSelected: boolean
  readonly isFocused: boolean
  readonly onChoose: (how: Choosing) => void
  readonly onOpen: () => void
}

export function HistoryRow(props: HistoryRowProps) {
  const { t } = useTranslation(['history', 'answer'])
  const { entry, isSelected, isFocused, onChoose } = props
  const { status, failure, checksFailed } = entry
  const isBad = checksFailed > 0
  return (
    // The keys are the list's own: it has the focus, and names this row as the active one.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={props.id}
      role="option"
      aria-selected={isSelected}
      aria-posinset={props.place}
      aria-setsize={props.total}
      className={isFocused ? `${styles.row} ${styles.focused}` : styles.row}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={(event) => onChoose(event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone')}
      onDoubleClick={props.onOpen}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same by key is Shift and the arrows */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <span
        className={styles.check}
        onClick={(event) => {
          event.stopPropagation()
          onChoose('toggle')
        }}
      >
        {isSelected ? <CheckboxCheckedRegular aria-hidden /> : <CheckboxUncheckedRegular aria-hidden />}
      </span>
      <span className={styles.what}>
        <IntentIcon intent={isBad ? 'error' : statusIntent(status)} />
        <strong>{status ?? t(`answer:failure.${failureKind(failure)}`)}</strong>
        <span className={styles.name}>
          <VisibleText text={entry.name} light maxLength={120} />
        </span>
      </span>
      <span className={styles.when}>
        <LeadTime at={entry.sentAt} />
      </span>
      <span className={styles.where}>
        <VisibleText text={`${entry.method} ${entry.url}`} light maxLength={300} />
      </span>
      <span className={styles.facts}>
        {isBad ? <span className={styles.bad}>{t('history:checksFailed', { count: checksFailed })}</span> : null}
        <span>{formatDuration(entry.durationMs)}</span>
        {status === null ? null : <span>{formatBytes(entry.answerSize)}</span>}
      </span>
    </div>
  )
}
