import type { HistoryEntry } from '@shared/history/history'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { useTranslation } from 'react-i18next'
import { HeaderTable } from '../../inbox/detail/header-table'
import { SecretValue } from '../../inbox/detail/secret-value'
import sections from '../../inbox/detail/section.module.css'
import { callEngine } from '../../state/bridge'
import { showErrorToast } from '../../state/toast-store'
import { formatBytes } from '../../ui/byte-size'
import { CopyButton } from '../../ui/copy-button'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import styles from './answer-parts.module.css'
import { sentAsTemplate } from './sent-template'

const shownCharacters = 100_000

/** The request as it went out, after variables and auth; secrets are masked until asked for. */
export function SentTab({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('answer')
  const { sent } = entry
  const masked = maskUrlSecrets(sent.url)
  const copyCurl = async () => {
    try {
      return await callEngine('request.code', {
        request: sentAsTemplate(entry),
        nodeId: null,
        environmentId: null,
        language: 'curl',
        withSecrets: false,
      })
    } catch (error) {
      showErrorToast(t('sent.curlFailed'), error)
      return `${sent.method} ${masked}`
    }
  }
  return (
    <div className={sections.sections}>
      <section className={sections.section}>
        <div className={styles.titleLine}>
          <h3>{t('sent.request')}</h3>
          <CopyButton withText label={t('sent.copyCurl')} text={copyCurl} />
        </div>
        <div className={styles.url}>
          <code className={styles.method}>
            <VisibleText text={sent.method} light maxLength={40} />
          </code>
          <span className={styles.grow}>
            {masked === sent.url ? (
              <code>
                <VisibleText text={sent.url} light maxLength={8192} />
              </code>
            ) : (
              <SecretValue masked={masked} secret={sent.url} />
            )}
          </span>
          <CopyButton text={masked} label={t('sent.copyUrl')} />
        </div>
        <p className={sections.hint}>
          <LeadTime at={entry.sentAt} withDate />
          {entry.environmentName === null ? null : <> · {t('sent.environment', { name: entry.environmentName })}</>}
        </p>
      </section>
      <section className={sections.section}>
        <h3>{t('headers.title', { count: sent.headers.length })}</h3>
        <HeaderTable headers={sent.headers} label={t('sent.headersLabel')} />
      </section>
      <section className={sections.section}>
        <div className={styles.titleLine}>
          <h3>{t('sent.body', { size: formatBytes(sent.bodySize) })}</h3>
          {sent.bodyText === null || sent.bodySize === 0 ? null : (
            <CopyButton text={sent.bodyText} label={t('sent.copyBody')} />
          )}
        </div>
        <SentBody entry={entry} />
      </section>
    </div>
  )
}

function SentBody({ entry: { sent } }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('answer')
  if (sent.bodySize === 0) return <p className={styles.quiet}>{t('sent.noBody')}</p>
  if (sent.bodyText === null) return <p className={styles.quiet}>{t('sent.binaryBody')}</p>
  const isCut = sent.bodyText.length > shownCharacters || new TextEncoder().encode(sent.bodyText).length < sent.bodySize
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre className={sections.body} tabIndex={0}>
        <VisibleText text={sent.bodyText} multiline light maxLength={shownCharacters} />
      </pre>
      {isCut ? <p className={sections.hint}>{t('sent.bodyCut')}</p> : null}
    </>
  )
}
