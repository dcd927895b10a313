import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { AppErrorData } from '@shared/app-error'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../state/composer-store'
import { cancelSend, loadLastAnswer, sendDraft, useSend } from '../../state/send-store'
import { DetailPane } from '../../ui/detail-pane'
import { ErrorBar, ErrorText } from '../../ui/error-text'
import { Kbd } from '../../ui/kbd'
import { PaneHint } from '../../ui/pane-hint'
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
    <DetailPane label={t('pane')}>
      <h2 className="visually-hidden">{t('pane')}</h2>
      {send.state === 'idle' && historyId === null ? <EmptyAnswer /> : null}
      {send.state === 'sending' ? <SendingView send={send} onCancel={() => cancelSend(draftId)} /> : null}
      {send.state === 'done' && send.entry.notKept ? <NotKept error={send.entry.notKept} /> : null}
      {send.state === 'done' ? (
        <AnswerView entry={send.entry} place={draftId} requestId={draft?.nodeId ?? null} announce />
      ) : null}
      {send.state === 'failed' && send.error.code === 'cancelled' ? (
        <PaneHint role="status" heading="h3" title={t('cancelled.title')} text={t('cancelled.text')}>
          {historyId === null ? null : (
            <Button size="small" onClick={() => void loadLastAnswer(draftId)}>
              {t('cancelled.showLast')}
            </Button>
          )}
        </PaneHint>
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
    </DetailPane>
  )
}

/** The answer came, and is gone with the tab: it could not be put into the history. */
function NotKept({ error }: { readonly error: AppErrorData }) {
  const { t } = useTranslation('answer')
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('notKept')}</MessageBarTitle>
        <ErrorText error={error} />
      </MessageBarBody>
    </MessageBar>
  )
}

function EmptyAnswer() {
  const { t } = useTranslation('answer')
  return (
    <PaneHint heading="h3" title={t('empty.title')} text={t('empty.text')}>
      <p>
        <Kbd keys="Ctrl+Enter" /> {t('empty.key')}
      </p>
    </PaneHint>
  )
}
