import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { Notice } from '@shared/receiver-state'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../state/engine-store'
import { receiverTruth } from '../state/receiver-truth'
import { ErrorBar } from '../ui/error-text'
import { listenOnPort, openDataFolder, restartEngine, startReceiver } from './actions'
import styles from './notices.module.css'

const none: readonly Notice[] = []

/** What the user must hear over the view: that leads cannot arrive, and what happened to the data. */
export function Notices() {
  const { t } = useTranslation('frame')
  const notices = useEngine((state) => state.hydration?.notices ?? none)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const open = notices.map((notice, index) => ({ notice, key: `${index} ${JSON.stringify(notice)}` }))
  return (
    <div className={styles.notices}>
      <TroubleBar />
      {open.map(({ notice, key }) =>
        closed.has(key) ? null : (
          <MessageBar key={key} intent={notice.kind === 'database-moved-aside' ? 'warning' : 'info'}>
            <MessageBarBody>
              <MessageBarTitle>{t(`notice.${notice.kind}.title`)}</MessageBarTitle>
              {notice.kind === 'retention-removed'
                ? t('notice.retention-removed.body', { count: notice.count })
                : t('notice.database-moved-aside.body', { path: notice.path })}
            </MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label={t('notice.close')}
                  onClick={() => setClosed(new Set([...closed, key]))}
                />
              }
            >
              {notice.kind === 'database-moved-aside' ? (
                <Button onClick={() => void openDataFolder()}>{t('notice.openFolder')}</Button>
              ) : null}
            </MessageBarActions>
          </MessageBar>
        ),
      )}
    </div>
  )
}

/** A state in which no lead can arrive, with its mend. */
function TroubleBar() {
  const { t } = useTranslation('frame')
  const { hydration, process, hydrationError } = useEngine()
  const { kind, error, freePort } = receiverTruth(hydration, process, hydrationError)
  if (kind === 'gave-up')
    return (
      <ErrorBar error={{ code: 'engine-stopped', params: {} }}>
        <Button onClick={() => void restartEngine()}>{t('receiver.restart')}</Button>
      </ErrorBar>
    )
  if (!error) return null
  return (
    <ErrorBar error={error}>
      {freePort !== null ? (
        <Button onClick={() => void listenOnPort(freePort)}>{t('receiver.usePort', { port: `${freePort}` })}</Button>
      ) : null}
      {kind === 'port-in-use' ? <Button onClick={() => void startReceiver()}>{t('receiver.tryAgain')}</Button> : null}
    </ErrorBar>
  )
}
