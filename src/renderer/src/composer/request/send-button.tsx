import { Button, MenuItem } from '@fluentui/react-components'
import { CodeRegular, DismissRegular, MailInboxRegular, SendRegular } from '@fluentui/react-icons'
import type { RequestTemplate } from '@shared/request/request-template'
import type { Draft } from '@shared/workspace/draft'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contextNodeId, useComposer } from '../../state/composer-store'
import { cancelSend, type SendState, sendToMyReceiver } from '../../state/send-store'
import { showToast } from '../../state/toast-store'
import { CodeDialog } from '../code/code-dialog'
import styles from './request-editor.module.css'
import { SplitButton } from './split-button'

type SendButtonProps = {
  readonly draft: Draft
  readonly request: RequestTemplate
  readonly send: SendState
  readonly onSend: () => void
}

/** Sends the request; while it is under way, stops it. */
export function SendButton({ draft, request, send, onSend }: SendButtonProps) {
  const { t } = useTranslation('request')
  const [isCodeShown, setIsCodeShown] = useState(false)
  const environmentId = useComposer((state) => state.workspace.environmentId)
  const toMyReceiver = async () => {
    if (!(await sendToMyReceiver(draft.id))) showToast({ intent: 'warning', title: t('send.notListening') })
  }
  if (send.state === 'sending')
    return (
      <Button
        className={`${styles.send}`}
        icon={<DismissRegular />}
        disabled={send.cancelling}
        onClick={() => cancelSend(draft.id)}
      >
        {send.cancelling ? t('send.cancelling') : t('send.cancel')}
      </Button>
    )
  return (
    <>
      <SplitButton
        isPrimary
        label={t('send.send')}
        title={t('send.hint')}
        icon={<SendRegular />}
        moreLabel={t('send.more')}
        onClick={onSend}
      >
        <MenuItem icon={<SendRegular />} secondaryContent="Ctrl+Enter" onClick={onSend}>
          {t('send.send')}
        </MenuItem>
        <MenuItem icon={<MailInboxRegular />} title={t('send.toMyReceiverHint')} onClick={() => void toMyReceiver()}>
          {t('send.toMyReceiver')}
        </MenuItem>
        <MenuItem icon={<CodeRegular />} onClick={() => setIsCodeShown(true)}>
          {t('send.asCode')}
        </MenuItem>
      </SplitButton>
      {isCodeShown ? (
        <CodeDialog
          request={request}
          nodeId={contextNodeId(draft)}
          environmentId={environmentId}
          onClose={() => setIsCodeShown(false)}
        />
      ) : null}
    </>
  )
}
