import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { PeerCertificate, RedirectStep, SendOutcomeDetail, SentRequest } from '@shared/answer/answer'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { useTranslation } from 'react-i18next'
import sections from '../../inbox/detail/section.module.css'
import { CopyButton } from '../../ui/copy-button'
import { VisibleText } from '../../ui/visible-text'
import styles from './answer-parts.module.css'
import { certificateProblem, validity } from './certificate-words'

type ConnectionTabProps = { readonly outcome: SendOutcomeDetail; readonly sent: SentRequest }

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' })

/** Whom the app talked to: the redirects followed, the address, the certificate and what is wrong with it. */
export function ConnectionTab({ outcome, sent }: ConnectionTabProps) {
  const { t } = useTranslation('answer')
  const answer = outcome.kind === 'answered' ? outcome.answer : null
  const certificate = outcome.kind === 'answered' ? outcome.answer.certificate : outcome.certificate
  return (
    <div className={sections.sections}>
      <section className={sections.section}>
        <h3>{t('connection.redirects')}</h3>
        <Redirects steps={answer?.redirects ?? []} />
      </section>
      {answer ? (
        <section className={sections.section}>
          <h3>{t('connection.server')}</h3>
          <dl className={sections.facts}>
            <dt>{t('connection.protocol')}</dt>
            <dd>HTTP/{answer.httpVersion}</dd>
            <dt>{t('connection.address')}</dt>
            <dd>{answer.remoteAddress ?? t('connection.unknown')}</dd>
          </dl>
        </section>
      ) : null}
      <section className={sections.section}>
        <h3>{t('connection.certificate')}</h3>
        {certificate ? (
          <Certificate certificate={certificate} />
        ) : (
          <p className={styles.quiet}>
            {/^https:/i.test(sent.url) ? t('connection.noCertificate') : t('connection.notEncrypted')}
          </p>
        )}
      </section>
    </div>
  )
}

function Redirects({ steps }: { readonly steps: readonly RedirectStep[] }) {
  const { t } = useTranslation('answer')
  if (steps.length === 0) return <p className={styles.quiet}>{t('connection.noRedirects')}</p>
  return (
    <ol className={styles.list}>
      {steps.map(({ status, method, from, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is what stands in its place
        <li key={index} className={styles.url}>
          <span className={styles.method}>{status}</span>
          <span className={styles.grow}>
            <code>
              <VisibleText text={`${method} ${maskUrlSecrets(from)}`} light maxLength={1000} />
            </code>
            <br />→{' '}
            <code>
              <VisibleText text={maskUrlSecrets(to)} light maxLength={1000} />
            </code>
          </span>
        </li>
      ))}
    </ol>
  )
}

function Certificate({ certificate }: { readonly certificate: PeerCertificate }) {
  const { t } = useTranslation('answer')
  const problem = certificateProblem(certificate.problem)
  const { state, days } = validity(certificate, Date.now())
  return (
    <>
      <MessageBar intent={problem === null ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>
            {problem === null ? t('certificate.trusted') : t(`certificate.problem.${problem}`)}
          </MessageBarTitle>{' '}
          {certificate.problem === null ? null : t('certificate.code', { code: certificate.problem })}
        </MessageBarBody>
      </MessageBar>
      <dl className={sections.facts}>
        <dt>{t('certificate.subject')}</dt>
        <dd>
          <VisibleText text={certificate.subject} light maxLength={500} />
        </dd>
        <dt>{t('certificate.issuer')}</dt>
        <dd>
          <VisibleText text={certificate.issuer} light maxLength={500} />
        </dd>
        <dt>{t('certificate.valid')}</dt>
        <dd>
          {t('certificate.validRange', {
            from: day.format(certificate.validFrom),
            to: day.format(certificate.validTo),
          })}
          <span className={sections.hint}>{t(`certificate.${state}`, { count: days })}</span>
        </dd>
        <dt>{t('certificate.names')}</dt>
        <dd>
          <VisibleText text={certificate.names.join(', ')} light maxLength={1000} />
        </dd>
        <dt>{t('certificate.protocol')}</dt>
        <dd>{certificate.protocol}</dd>
        <dt>{t('certificate.fingerprint')}</dt>
        <dd>
          <code>{certificate.fingerprint256}</code>{' '}
          <CopyButton text={certificate.fingerprint256} label={t('certificate.copyFingerprint')} />
        </dd>
      </dl>
    </>
  )
}
