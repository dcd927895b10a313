import type { UrlReport } from '@shared/url-doctor/url-report'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../composer/answer/intent-icon'
import { DoctorButtons } from '../composer/request/doctor-buttons'
import { DoctorDetails } from '../composer/request/doctor-details'
import styles from './connection.module.css'
import lines from './lines.module.css'

type UrlFindingsProps = { readonly report: UrlReport; readonly onMend: (url: string) => void }

/** What the URL doctor finds, in one line with its mend; nothing when all is well. */
export function UrlFindings({ report, onMend }: UrlFindingsProps) {
  const { t } = useTranslation('doctor')
  const [isOpen, setIsOpen] = useState(false)
  const detailsId = useId()
  const { findings } = report
  const [first] = findings
  if (!first) return null
  return (
    <div className={styles.findings}>
      <div className={styles.finding}>
        <span className={lines.remark} role="status">
          <IntentIcon intent={first.intent} />
          {t(`finding.${first.code}.what`, first.params)}
          {findings.length > 1 ? ` · ${t('more', { count: findings.length - 1 })}` : null}
        </span>
        <DoctorButtons
          report={report}
          isOpen={isOpen}
          detailsId={detailsId}
          onMend={onMend}
          onToggle={() => setIsOpen(!isOpen)}
        />
      </div>
      <div id={detailsId}>{isOpen ? <DoctorDetails report={report} onMend={onMend} /> : null}</div>
    </div>
  )
}
