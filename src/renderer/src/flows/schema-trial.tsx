import { Spinner } from '@fluentui/react-components'
import { CheckmarkCircle16Filled, DismissCircle16Filled, Info16Regular } from '@fluentui/react-icons'
import type { TriedLead } from '@shared/schema/schema-trial'
import { useTranslation } from 'react-i18next'
import { jumpToLead } from '../inbox/list/jump-to-lead'
import { leadName } from '../inbox/list/lead-name'
import { useView } from '../state/view-store'
import { LeadTime } from '../ui/lead-time'
import { VisibleText } from '../ui/visible-text'
import styles from './schema-trial.module.css'
import type { Trial } from './use-schema-trial'

type SchemaTrialProps = { readonly trial: Trial; readonly schemaValidation: boolean }

/** What the schema, as it stands in the editor, says to the flow's last leads. */
export function SchemaTrialView({ trial, schemaValidation }: SchemaTrialProps) {
  const { t } = useTranslation('flows')
  const leads = trial.last?.leads ?? []
  const failing = leads.filter(({ outcome }) => outcome === 'fails' || outcome === 'not-json')
  return (
    <section className={styles.trial} aria-label={t('trial.label')}>
      <div className={styles.headline} role="status">
        <Headline trial={trial} failing={failing.length} />
        {trial.state === 'checking' ? <Spinner size="extra-tiny" aria-label={t('schema.checking')} /> : null}
      </div>
      {failing.length > 0 ? (
        <>
          <p className={styles.effect}>{t(schemaValidation ? 'trial.wouldGet400' : 'trial.wouldGet202')}</p>
          <ul className={styles.list}>
            {failing.map((tried) => (
              <li key={tried.lead.id}>
                <FailingLead tried={tried} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function Headline({ trial, failing }: { readonly trial: Trial; readonly failing: number }) {
  const { t } = useTranslation('flows')
  const quiet = (text: string) => (
    <>
      <Info16Regular className={styles.quiet ?? ''} aria-hidden />
      <span className={styles.quiet}>{text}</span>
    </>
  )
  if (trial.state === 'unavailable') return quiet(t('schema.unavailable'))
  if (trial.last === null) return null
  const { leads, problems } = trial.last
  if (problems.some(({ severity }) => severity === 'error')) return quiet(t('trial.unusable'))
  const checked = leads.filter(({ outcome }) => outcome !== 'not-checked').length
  if (leads.length === 0) return quiet(t('trial.noLeads'))
  if (checked === 0) return quiet(t('trial.notChecked'))
  if (failing === 0)
    return (
      <>
        <CheckmarkCircle16Filled className={styles.good ?? ''} aria-hidden />
        <strong>{t('trial.allMatch', { count: checked })}</strong>
      </>
    )
  return (
    <>
      <DismissCircle16Filled className={styles.bad ?? ''} aria-hidden />
      <strong>{t('trial.wouldFail', { count: failing, total: checked })}</strong>
    </>
  )
}

/** A lead that fails, as a link to it in the inbox. */
function FailingLead({ tried: { lead, outcome, messages } }: { readonly tried: TriedLead }) {
  const { t } = useTranslation('flows')
  const name = [leadName(lead), lead.company].filter(Boolean).join(' · ') || t('trial.noName')
  const reason = outcome === 'not-json' ? t('trial.notJson') : messages.join(' ')
  const open = () => {
    useView.getState().show('inbox')
    jumpToLead(lead.id)
  }
  return (
    <button type="button" className={styles.lead} title={t('trial.open')} onClick={open}>
      <span className={styles.time}>
        <LeadTime at={lead.receivedAt} />
      </span>
      <span className={styles.name}>
        <VisibleText text={name} light maxLength={120} />
      </span>
      <span className={styles.reason}>
        <VisibleText text={reason} light maxLength={300} />
      </span>
    </button>
  )
}
