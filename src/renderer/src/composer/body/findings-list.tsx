import { Button, Spinner } from '@fluentui/react-components'
import { CheckmarkCircle16Filled, ChevronDownRegular, ChevronUpRegular, Info16Regular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SeverityIcon } from '../../inbox/detail/finding-line'
import { VisibleText } from '../../ui/visible-text'
import { checkedLength, type PlacedFinding } from './body-findings'
import { findingSentences } from './finding-sentences'
import styles from './findings-list.module.css'
import type { BodyCheck } from './use-body-check'

/** More than this cannot be read; the first ones are usually the cause of the others. */
const mostShown = 100

type FindingsListProps = {
  readonly check: BodyCheck
  /** Shows a finding in its place. */
  readonly onShow: (finding: PlacedFinding) => void
}

/** How many errors, warnings and notes a body has, and below, when it is opened, what they are. */
export function FindingsList({ check, onShow }: FindingsListProps) {
  const { t } = useTranslation(['body', 'finding', 'lead'])
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const { state, findings } = check
  if (state === 'none') return null
  return (
    <section className={styles.findings} aria-label={t('check.list')}>
      <div className={styles.bar}>
        <span className={styles.summary} role="status">
          <Summary check={check} />
        </span>
        {findings.length > 0 ? (
          <Button
            appearance="subtle"
            size="small"
            icon={isOpen ? <ChevronDownRegular /> : <ChevronUpRegular />}
            iconPosition="after"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t('check.hide') : t('check.show')}
          </Button>
        ) : null}
      </div>
      {isOpen && findings.length > 0 ? (
        <ul id={id} className={styles.list}>
          {findings.slice(0, mostShown).map((placed) => (
            <li key={placed.key}>
              <button type="button" className={styles.finding} onClick={() => onShow(placed)}>
                <SeverityIcon severity={placed.finding.severity} />
                <span className={styles.line}>{t('check.line', { line: placed.line })}</span>
                <span className={styles.text}>
                  <VisibleText text={findingSentences(t, placed)} light />
                </span>
              </button>
            </li>
          ))}
          {findings.length > mostShown ? (
            <li className={styles.more}>{t('check.more', { count: findings.length - mostShown })}</li>
          ) : null}
        </ul>
      ) : null}
    </section>
  )
}

function Summary({ check: { state, findings } }: { readonly check: BodyCheck }) {
  const { t } = useTranslation('body')
  if (state === 'empty') return <span className={styles.quiet}>{t('check.empty')}</span>
  if (state === 'too-large') {
    return (
      <>
        <Info16Regular className={styles.quiet ?? ''} aria-hidden />
        <span className={styles.quiet}>{t('check.tooLarge', { limit: checkedLength })}</span>
      </>
    )
  }
  const counts = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: findings.filter(({ finding }) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
  return (
    <>
      {counts.map(({ severity, count }) => (
        <span key={severity} className={styles.count}>
          <span aria-hidden>
            <SeverityIcon severity={severity} />
          </span>
          {t(`check.${severity}`, { count })}
        </span>
      ))}
      {state === 'checking' ? <Spinner size="extra-tiny" aria-label={t('check.checking')} /> : null}
      {state === 'unavailable' ? <span className={styles.quiet}>{t('check.unavailable')}</span> : null}
      {state === 'checked' && counts.length === 0 ? (
        <span className={styles.count}>
          <CheckmarkCircle16Filled className={styles.good ?? ''} aria-hidden />
          {t('check.matches')}
        </span>
      ) : null}
    </>
  )
}
