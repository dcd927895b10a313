import type { HistoryEntry } from '@shared/history/history'
import type { CheckResult } from '@shared/request/check'
import { useTranslation } from 'react-i18next'
import sections from '../../inbox/detail/section.module.css'
import { VisibleText } from '../../ui/visible-text'
import styles from './answer-parts.module.css'
import { CheckWords } from './check-words'
import { IntentIcon } from './intent-icon'

/** The checks of a request: which held, which failed, and what was found instead. */
export function ChecksTab({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('answer')
  if (entry.checkResults.length > 0) {
    return (
      <div className={sections.sections}>
        <CheckList results={entry.checkResults} />
      </div>
    )
  }
  const hasChecks = entry.checks.some(({ enabled }) => enabled)
  return (
    <div className={sections.sections}>
      <p className={styles.quiet}>{hasChecks ? t('checks.notRun') : t('checks.none')}</p>
    </div>
  )
}

export function CheckList({ results }: { readonly results: readonly CheckResult[] }) {
  const { t } = useTranslation('answer')
  return (
    <ul className={styles.list}>
      {results.map(({ check, passed, actual }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: results stand in the order of the checks and never change
        <li key={index} className={styles.check}>
          <IntentIcon intent={passed ? 'success' : 'error'} />
          <span>
            <strong>{passed ? t('checks.passed') : t('checks.failed')}</strong> <CheckWords check={check} />
          </span>
          <span className={styles.found}>
            {actual === null ? (
              t('checks.foundNothing')
            ) : (
              <>
                {t('checks.found')}{' '}
                <code>
                  <VisibleText text={actual} light maxLength={1000} />
                </code>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
