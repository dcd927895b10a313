import { Button, Tooltip } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { RunResult } from '@shared/runner/collection-run'
import { useTranslation } from 'react-i18next'
import sections from '../../inbox/detail/section.module.css'
import { VisibleText } from '../../ui/visible-text'
import { CheckList } from '../answer/checks-tab'
import { FailureWords } from './failure-words'
import styles from './result-detail.module.css'

/** One result: its checks and, when it failed, what was answered. */
export function ResultDetail({ result, onClose }: { readonly result: RunResult; readonly onClose: () => void }) {
  const { t } = useTranslation(['runner', 'common'])
  const { method, url, failure, failureDetail, checks, answerText, passed, requestName } = result
  return (
    <section className={styles.detail} aria-label={t('runner:detail.label', { name: requestName })}>
      <div className={styles.line}>
        <code className={styles.url}>
          <VisibleText text={`${method} ${url}`} light maxLength={1000} />
        </code>
        <Tooltip content={t('common:close')} relationship="label">
          <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={onClose} />
        </Tooltip>
      </div>
      {failure === null ? null : (
        <p className={styles.failure}>
          <FailureWords failure={failure} />
          {failureDetail === '' ? null : (
            <>
              {': '}
              <VisibleText text={failureDetail} light maxLength={500} />
            </>
          )}
        </p>
      )}
      {checks.length > 0 ? <CheckList results={checks} /> : null}
      {checks.length === 0 && failure === null ? (
        <p className={styles.quiet}>{passed ? t('runner:detail.noChecks') : t('runner:detail.badStatus')}</p>
      ) : null}
      {answerText === '' ? null : (
        <>
          <h3>{t('runner:detail.answer')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <pre className={sections.body} tabIndex={0}>
            <VisibleText text={answerText} multiline light maxLength={8192} />
          </pre>
        </>
      )}
    </section>
  )
}
