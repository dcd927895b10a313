import { Button } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import type { UrlReport } from '@shared/url-doctor/url-report'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../composer/answer/intent-icon'
import { DoctorDetails } from '../composer/request/doctor-details'
import styles from './connection.module.css'
import lines from './lines.module.css'

type UrlFindingsProps = { readonly report: UrlReport; readonly onMend: (url: string) => void }

/** What the URL doctor finds, in one line with its mend; nothing when all is well. */
export function UrlFindings({ report, onMend }: UrlFindingsProps) {
  const { t } = useTranslation('doctor')
  const [isOpen, setIsOpen] = useState(false)
  const detailsId = useId()
  const { findings, mended } = report
  const [first] = findings
  if (!first) return null
  const mendable = findings.filter(({ mend }) => mend !== null).length
  return (
    <div className={styles.findings}>
      <div className={styles.finding}>
        <span className={lines.remark} role="status">
          <IntentIcon intent={first.intent} />
          {t(`finding.${first.code}.what`, first.params)}
          {findings.length > 1 ? ` · ${t('more', { count: findings.length - 1 })}` : null}
        </span>
        {mended !== null ? (
          <Button size="small" appearance="primary" onClick={() => onMend(mended)}>
            {mendable > 1 ? t('mendAll', { count: mendable }) : t('mend')}
          </Button>
        ) : null}
        <Button
          size="small"
          appearance="transparent"
          iconPosition="after"
          icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t('hideDetails') : t('details')}
        </Button>
      </div>
      <div id={detailsId}>{isOpen ? <DoctorDetails report={report} onMend={onMend} /> : null}</div>
    </div>
  )
}
