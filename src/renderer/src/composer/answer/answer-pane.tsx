import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../state/composer-store'
import { cancelSend, loadLastAnswer, sendDraft, useSend } from '../../state/send-store'
import { ErrorBar } from '../../ui/error-text'
import { Kbd } from '../../ui/kbd'
import styles from './answer-pane.module.css'
import { AnswerView } from './answer-view'
import { SendingView } from './sending-view'

/** What came of the last send of a draft: nothing yet, under way, an answer, or why nothing was sent. */
export function AnswerPane({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('answer')
  const send = useSend(draftId)
  const draft = useDraft(draftId)
  const historyId = draft?.historyId ?? null
  const isIdle = send.state === 'idle'

  useEffect(() => {
    if (isIdle && historyId !== null) void loadLastAnswer(draftId)
  }, [draftId, historyId, isIdle])

  return (
    <section className={styles.pane} aria-label={t('pane')}>
      <h2 className="visually-hidden">{t('pane')}</h2>
      {send.state === 'idle' && historyId === null ? <EmptyAnswer /> : null}
      {send.state === 'sending' ? <SendingView send={send} onCancel={() => cancelSend(draftId)} /> : null}
      {send.state === 'done' ? (
        <AnswerView entry={send.entry} place={draftId} requestId={draft?.nodeId ?? null} announce />
      ) : null}
      {send.state === 'failed' && send.error.code === 'cancelled' ? (
        <div className={styles.hint} role="status">
          <h3>{t('cancelled.title')}</h3>
          <p>{t('cancelled.text')}</p>
          {historyId === null ? null : (
            <Button size="small" onClick={() => void loadLastAnswer(draftId)}>
              {t('cancelled.showLast')}
            </Button>
          )}
        </div>
      ) : null}
      {send.state === 'failed' && send.error.code !== 'cancelled' ? (
        <div className={styles.failed} role="alert">
          <ErrorBar error={send.error}>
            {send.error.code === 'variable-unresolved' ? (
              <Button size="small" onClick={() => void sendDraft(draftId, { allowUnresolved: true })}>
                {t('failed.sendAnyway')}
              </Button>
            ) : (
              <Button size="small" onClick={() => void sendDraft(draftId)}>
                {t('failed.again')}
              </Button>
            )}
          </ErrorBar>
        </div>
      ) : null}
    </section>
  )
}

function EmptyAnswer() {
  const { t } = useTranslation('answer')
  return (
    <div className={styles.hint}>
      <h3>{t('empty.title')}</h3>
      <p>{t('empty.text')}</p>
      <p>
        <Kbd keys="Ctrl+Enter" /> {t('empty.key')}
      </p>
    </div>
  )
}
