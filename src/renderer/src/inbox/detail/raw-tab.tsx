import { MessageBar, MessageBarBody, Tab, TabList } from '@fluentui/react-components'
import { headerValue } from '@shared/http/header-pair'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../ui/byte-size'
import { VisibleText } from '../../ui/visible-text'
import { HexView } from './hex-view'
import { LazyCodeView } from './lazy-code-view'
import styles from './raw-tab.module.css'
import { leadBodySource } from './use-body-pieces'

/** The body as it was received: as text, or byte by byte. */
export function RawTab({ detail }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation('detail')
  const { request, bodyText, charset } = detail
  const [wish, setWish] = useState<'text' | 'hex'>('text')
  if (request.bodySize === 0) return <p className={styles.nothing}>{t('noLead.empty.text')}</p>
  const shown = bodyText === null ? 'hex' : wish
  const encoding = headerValue(request.headers, 'content-encoding')
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <TabList
          size="small"
          selectedValue={shown}
          aria-label={t('raw.view')}
          onTabSelect={(_, { value }) => setWish(value === 'hex' ? 'hex' : 'text')}
        >
          <Tab value="text" disabled={bodyText === null}>
            {t('raw.text')}
          </Tab>
          <Tab value="hex">{t('raw.hex')}</Tab>
        </TabList>
        <span className={styles.facts}>
          {formatBytes(request.bodySize)}
          {charset ? <> · {charset}</> : null}
          {encoding ? (
            <>
              {' · '}
              <VisibleText text={encoding} light maxLength={40} />
            </>
          ) : null}
        </span>
      </div>
      {request.bodyCut ? <Notice text={t('raw.bodyCut')} /> : null}
      {bodyText === null ? <Notice text={t('raw.notText')} /> : null}
      {shown === 'text' && detail.bodyTextCut ? <Notice text={t('raw.textCut')} /> : null}
      {encoding ? <Notice text={t(shown === 'text' ? 'raw.inflated' : 'raw.encoded')} /> : null}
      <div className={styles.body}>
        {shown === 'hex' ? (
          <HexView key={detail.summary.id} source={leadBodySource(detail)} />
        ) : (
          <LazyCodeView key={detail.summary.id} text={bodyText ?? ''} language="text" label={t('raw.label')} />
        )}
      </div>
    </div>
  )
}

function Notice({ text }: { readonly text: string }) {
  return (
    <MessageBar className={styles.notice} intent="info" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  )
}
