import { DismissCircle16Filled, Info16Regular, Warning16Filled } from '@fluentui/react-icons'
import type { Finding } from '@shared/lead/finding'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import styles from './finding-line.module.css'
import { useFindingTexts } from './use-finding-texts'

const icons = { error: DismissCircle16Filled, warning: Warning16Filled, info: Info16Regular } as const

/** A finding's severity as an icon; its word is for screen readers where it is not written beside. */
export function SeverityIcon({
  severity,
  withWord = false,
}: Pick<Finding, 'severity'> & { readonly withWord?: boolean }) {
  const { t } = useTranslation('finding')
  const Icon = icons[severity]
  return (
    <span className={`${styles.severity} ${styles[severity]}`}>
      <Icon aria-hidden />
      <span className={withWord ? styles.word : 'visually-hidden'}>{t(`severity.${severity}`)}</span>
    </span>
  )
}

/** A finding beside its field: what will happen and, where the field itself does not say it, what is wrong. */
export function FindingLine({
  finding,
  onlyEffect = false,
}: {
  readonly finding: Finding
  readonly onlyEffect?: boolean
}) {
  const { what, effect } = useFindingTexts(finding)
  return (
    <span className={styles.line}>
      <SeverityIcon severity={finding.severity} />
      <span className={finding.severity === 'info' ? styles.quiet : undefined}>
        {onlyEffect ? null : (
          <>
            <VisibleText text={what} light maxLength={600} />{' '}
          </>
        )}
        {finding.message ? (
          <>
            <q className={styles.message}>
              <VisibleText text={finding.message} light maxLength={600} />
            </q>{' '}
          </>
        ) : null}
        <VisibleText text={effect} light maxLength={600} />
      </span>
    </span>
  )
}
