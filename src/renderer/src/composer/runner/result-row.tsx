import type { RunResult } from '@shared/runner/collection-run'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../inbox/detail/duration'
import { formatBytes } from '../../ui/byte-size'
import { VisibleText } from '../../ui/visible-text'
import { IntentIcon } from '../answer/intent-icon'
import { FailureWords } from './failure-words'
import styles from './run-results.module.css'

type ResultRowProps = {
  readonly id: string
  readonly result: RunResult
  /** Its place in the list in px. */
  readonly top: number
  readonly place: number
  /** How many there are; -1 while that is not known. */
  readonly total: number
  readonly isChosen: boolean
  readonly onChoose: () => void
}

export function ResultRow({ id, result, top, place, total, isChosen, onChoose }: ResultRowProps) {
  const { t } = useTranslation('runner')
  const { number, passed, status, failure, requestName, folderPath, iteration, durationMs, answerSize, checks } = result
  const failed = checks.filter((check) => !check.passed).length
  return (
    // The keys are the list's own: it has the focus, and names this row as the active one.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={total}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onChoose}
    >
      <span className={styles.quiet}>{number}</span>
      <span className={styles.outcome}>
        <IntentIcon intent={passed ? 'success' : 'error'} />
        <span className="visually-hidden">{passed ? t('passed') : t('failed')}</span>
        <span className={styles.cut}>{status ?? <FailureWords failure={failure} />}</span>
      </span>
      <span className={styles.cut}>
        <VisibleText text={requestName} light maxLength={120} />
        {folderPath === '' ? null : (
          <span className={styles.quiet}>
            {' · '}
            <VisibleText text={folderPath} light maxLength={120} />
          </span>
        )}
      </span>
      <span className={styles.number}>{iteration}</span>
      <span className={styles.number}>{formatDuration(durationMs)}</span>
      <span className={styles.number}>{status === null ? '—' : formatBytes(answerSize)}</span>
      <span className={failed > 0 ? `${styles.number} ${styles.bad}` : styles.number}>
        {checks.length === 0 ? '—' : `${checks.length - failed} / ${checks.length}`}
      </span>
    </div>
  )
}
