import { Button } from '@fluentui/react-components'
import { examineUrl } from '@shared/url-doctor/examine-url'
import type { UrlReport } from '@shared/url-doctor/url-report'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../answer/intent-icon'
import { changeUrl, dropAuthorization } from './change-request'
import { DoctorButtons } from './doctor-buttons'
import { DoctorDetails } from './doctor-details'
import styles from './doctor-line.module.css'

type DoctorLineProps = {
  readonly draftId: string
  readonly url: string
  /** With its variables filled in. */
  readonly resolvedUrl: string
  /** An Authorization header goes out beside the signature. */
  readonly clashes: boolean
}

/** What the doctor says to the URL, in one line: quiet when all is well, with a mend when not. */
export function DoctorLine({ draftId, url, resolvedUrl, clashes }: DoctorLineProps) {
  const { t } = useTranslation(['doctor', 'request'])
  const written = useMemo(() => examineUrl(url), [url])
  // What a variable holds can be read, but not mended from here.
  const read = useMemo(
    () => (written.kind === 'variable' ? withoutMends(examineUrl(resolvedUrl)) : written),
    [written, resolvedUrl],
  )
  const [isOpen, setIsOpen] = useState(false)
  const detailsId = useId()
  const [first] = read.findings
  const isFlow = read.kind === 'power-automate' || read.kind === 'logic-apps-retired' || read.kind === 'own-receiver'
  if (!first && !isFlow && !clashes) return null
  const more = read.findings.length - 1
  return (
    <div className={styles.doctor}>
      <div className={styles.line}>
        <span className={styles.words} role="status">
          <IntentIcon intent={first?.intent ?? 'info'} />
          <span className={styles.what}>
            {first ? t(`finding.${first.code}.what`, first.params) : <Summary report={read} />}
          </span>
          {more > 0 ? <span className={styles.more}>{t('more', { count: more })}</span> : null}
        </span>
        <DoctorButtons
          report={read}
          isOpen={isOpen}
          detailsId={detailsId}
          onMend={(next) => changeUrl(draftId, next)}
          onToggle={() => setIsOpen(!isOpen)}
        />
      </div>
      {clashes ? (
        <div className={styles.line}>
          <span className={styles.words}>
            <IntentIcon intent="warning" />
            <span className={styles.what}>{t('request:auth.clashTitle')}</span>
          </span>
          <Button size="small" title={t('request:auth.clashBody')} onClick={() => dropAuthorization(draftId)}>
            {t('request:auth.clashMend')}
          </Button>
        </div>
      ) : null}
      <div id={detailsId}>
        {isOpen ? <DoctorDetails report={read} onMend={(next) => changeUrl(draftId, next)} /> : null}
      </div>
    </div>
  )
}

/** "A Power Automate URL · uksouth · signature present" */
function Summary({ report }: { readonly report: UrlReport }) {
  const { t } = useTranslation('doctor')
  const { kind, region, signaturePresent } = report
  if (kind === 'other' || kind === 'empty' || kind === 'variable') return null
  const words = [
    t(`summary.${kind}`),
    ...(region === null ? [] : [region]),
    signaturePresent ? t('signaturePresent') : t('signatureAbsent'),
  ]
  return <>{words.join(' · ')}</>
}

function withoutMends(report: UrlReport): UrlReport {
  return { ...report, mended: null, findings: report.findings.map((finding) => ({ ...finding, mend: null })) }
}
