import { Button } from '@fluentui/react-components'
import type { UrlReport } from '@shared/url-doctor/url-report'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import { IntentIcon } from '../answer/intent-icon'
import styles from './doctor-line.module.css'

type DoctorDetailsProps = { readonly report: UrlReport; readonly onMend: (url: string) => void }

/** Every finding with what happened, why and what to do, and the parts of the URL. */
export function DoctorDetails({ report, onMend }: DoctorDetailsProps) {
  const { t } = useTranslation('doctor')
  const mendable = report.findings.filter(({ mend }) => mend !== null).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.details} tabIndex={0} aria-label={t('label')}>
      {report.findings.length > 0 ? (
        <ul className={styles.findings}>
          {report.findings.map(({ code, intent, params, mend }) => (
            <li key={code}>
              <IntentIcon intent={intent} />
              <div>
                <strong>{t(`finding.${code}.what`, params)}</strong>
                <p>
                  {t(`finding.${code}.why`, params)} {t(`finding.${code}.todo`, params)}
                </p>
              </div>
              {mend !== null && mendable > 1 ? (
                <Button size="small" onClick={() => onMend(mend)}>
                  {t('mendThis')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {report.parts.length > 0 ? (
        <dl className={styles.parts} aria-label={t('parts')}>
          {report.parts.map(({ name, value }) => (
            <div key={name}>
              <dt>{t(`part.${name}`)}</dt>
              <dd>
                <VisibleText text={value} light maxLength={200} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  )
}
