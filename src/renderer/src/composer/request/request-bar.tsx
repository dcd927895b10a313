import type { RequestTemplate } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'
import type { Draft } from '@shared/workspace/draft'
import type { SendState } from '../../state/send-store'
import { changeRequest } from './change-request'
import { MethodPicker } from './method-picker'
import styles from './request-editor.module.css'
import { SaveButton } from './save-button'
import { SendButton } from './send-button'
import { UrlField } from './url-field'

type RequestBarProps = {
  readonly draft: Draft
  readonly request: RequestTemplate
  readonly scopes: readonly VariableScope[]
  readonly send: SendState
  readonly onSend: () => void
}

export function RequestBar({ draft, request, scopes, send, onSend }: RequestBarProps) {
  return (
    <div className={styles.bar}>
      <MethodPicker method={request.method} onChange={(method) => changeRequest(draft.id, { method })} />
      <UrlField draftId={draft.id} url={request.url} scopes={scopes} onEnter={onSend} />
      <div className={styles.actions}>
        <SendButton draft={draft} request={request} send={send} onSend={onSend} />
        <SaveButton draftId={draft.id} />
      </div>
    </div>
  )
}
