import { Badge, Spinner } from '@fluentui/react-components'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { OutboxMail } from '@shared/run/rehearsal'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { ErrorBar } from '../../ui/error-text'
import { LeadTime } from '../../ui/lead-time'
import { Segmented } from '../../ui/segmented'
import { VisibleText } from '../../ui/visible-text'
import { MailBody } from './mail-body'
import styles from './rehearsal.module.css'

/** One mail as it would look, as its plain part, and as its HTML. */
export function OutboxMailView({ id }: { readonly id: number }) {
  const { t } = useTranslation('rehearsal')
  const [mail, setMail] = useState<OutboxMail | null>(null)
  const [error, setError] = useState<AppErrorData | null>(null)
  useEffect(() => {
    let isCurrent = true
    callEngine('outbox.get', { id }).then(
      (found) => isCurrent && setMail(found),
      (failure: unknown) => isCurrent && setError(toErrorData(failure)),
    )
    return () => {
      isCurrent = false
    }
  }, [id])
  if (error) return <ErrorBar error={error} />
  return mail ? <Mail mail={mail} /> : <Spinner size="small" label={t('loading')} />
}

const parts = ['look', 'plain', 'html'] as const

function Mail({ mail }: { readonly mail: OutboxMail }) {
  const { t } = useTranslation('rehearsal')
  const [part, setPart] = useState<(typeof parts)[number]>('look')
  const addresses = (['to', 'cc', 'bcc'] as const).filter((name) => mail[name].length > 0)
  return (
    <section className={styles.detail} aria-label={t('mail.title')}>
      <h3>
        <VisibleText text={mail.subject || t('mail.noSubject')} light maxLength={500} />
        {mail.importance === 'normal' ? null : (
          <Badge appearance="tint" color={mail.importance === 'high' ? 'danger' : 'informative'}>
            {t(`mail.importance.${mail.importance}`)}
          </Badge>
        )}
      </h3>
      <dl className={styles.addresses}>
        {addresses.map((name) => (
          <div key={name} className={styles.fact}>
            <dt>{t(`mail.${name}`)}</dt>
            <dd>
              <VisibleText text={mail[name].join('; ')} light maxLength={2000} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>
        {t('fromFlow', { flow: mail.flowName })} · <LeadTime at={mail.createdAt} withDate />
      </p>
      <div>
        <Segmented
          label={t('mail.show')}
          options={parts.map((value) => ({ value, label: t(`mail.part.${value}`) }))}
          value={part}
          onChange={setPart}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.paper} tabIndex={0} aria-label={t(`mail.part.${part}`)}>
        {part === 'look' ? <MailBody html={mail.html} /> : null}
        {part === 'plain' ? <VisibleText text={mail.text} multiline light maxLength={100_000} /> : null}
        {part === 'html' ? (
          <code>
            <VisibleText text={mail.html} multiline light maxLength={100_000} />
          </code>
        ) : null}
      </section>
    </section>
  )
}
