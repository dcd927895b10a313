import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button'
import { VisibleText } from '../../ui/visible-text'
import { HeaderTable } from './header-table'
import { ReceivedValue } from './received-value'
import { SecretValue } from './secret-value'
import styles from './section.module.css'

/** The request line, where it came from, and its headers as they were sent. */
export function HeadersTab({ detail }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation('detail')
  const { request } = detail
  const line = [request.method, request.target, request.httpVersion ? `HTTP/${request.httpVersion}` : '']
    .filter((part) => part !== '')
    .join(' ')
  const masked = maskUrlSecrets(line)
  return (
    <div className={styles.sections}>
      <section className={styles.section}>
        <h3>{t('headers.requestLine')}</h3>
        {line === '' ? (
          <p className={styles.quiet}>{t('headers.noRequestLine')}</p>
        ) : (
          <div className={styles.line}>
            {masked === line ? <ReceivedValue text={line} mono /> : <SecretValue masked={masked} secret={line} />}
            <CopyButton text={masked} label={t('headers.copyRequestLine')} />
          </div>
        )}
      </section>
      <section className={styles.section}>
        <h3>{t('headers.from')}</h3>
        <dl className={styles.facts}>
          <dt>{t('headers.peer')}</dt>
          <dd>
            <code>{t('headers.address', request.peer)}</code>
            <span className={styles.hint}>
              {isThisMachine(request.peer.address) ? t('headers.peerIsLocal') : t('headers.peerIsRemote')}
            </span>
          </dd>
          <dt>{t('headers.claimed')}</dt>
          <dd>
            {request.claimedPeer === null ? (
              <span className={styles.quiet}>{t('headers.notClaimed')}</span>
            ) : (
              <>
                <code>
                  <VisibleText text={request.claimedPeer} light maxLength={300} />
                </code>
                <span className={styles.hint}>{t('headers.claimedHint')}</span>
              </>
            )}
          </dd>
          <dt>{t('headers.connection')}</dt>
          <dd>{request.secure ? t('headers.https') : t('headers.http')}</dd>
        </dl>
      </section>
      <section className={styles.section}>
        <h3>{t('headers.title', { count: request.headers.length })}</h3>
        <HeaderTable headers={request.headers} label={t('headers.title', { count: request.headers.length })} />
      </section>
    </div>
  )
}

function isThisMachine(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}
