import { hasAuthorizationClash } from '@shared/request/automatic-headers'
import type { Auth } from '@shared/request/request-template'
import { unresolvedVariables } from '@shared/request/unresolved-variables'
import { resolveText } from '@shared/variables/resolve-text'
import type { Draft } from '@shared/workspace/draft'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../state/composer-store'
import { sendDraft, useSend } from '../../state/send-store'
import { useInherited, useVariableScopes } from '../../state/variable-scopes'
import { DoctorLine } from './doctor-line'
import { RequestBar } from './request-bar'
import styles from './request-editor.module.css'
import { RequestSplit } from './request-split'
import { RequestTabs } from './request-tabs'
import { TlsBar } from './tls-bar'
import { UnresolvedBar } from './unresolved-bar'

/** The request of a tab: method, URL and what the doctor says to it; below them its parts, and the answer. */
export function RequestEditor({ draftId }: { readonly draftId: string }) {
  const draft = useDraft(draftId)
  return draft?.request ? <Editor draft={draft} request={draft.request} /> : null
}

type EditorProps = { readonly draft: Draft; readonly request: NonNullable<Draft['request']> }

const noAuth: Auth = { type: 'none' }

function Editor({ draft, request }: EditorProps) {
  const { t } = useTranslation('request')
  const scopes = useVariableScopes(draft)
  const inherited = useInherited(draft)
  const inheritedAuth = inherited?.auth ?? noAuth
  const send = useSend(draft.id)
  const isSending = send.state === 'sending'
  const resolvedUrl = useMemo(() => resolveText(request.url, scopes, () => null).text, [request.url, scopes])
  const clashes = hasAuthorizationClash(request, inheritedAuth, resolvedUrl)
  const [unresolved, setUnresolved] = useState<readonly string[]>([])

  const trySending = () => {
    if (isSending) return
    const names = unresolvedVariables(request, inheritedAuth, scopes)
    setUnresolved(names)
    if (names.length === 0) void sendDraft(draft.id)
  }
  const sendAnyway = () => {
    setUnresolved([])
    void sendDraft(draft.id, { allowUnresolved: true })
  }
  // What was flagged goes away as soon as it has a value, or is not used any more.
  const stillUnresolved = useMemo(
    () => (unresolved.length === 0 ? unresolved : unresolvedVariables(request, inheritedAuth, scopes)),
    [unresolved, request, inheritedAuth, scopes],
  )
  const section = useRef<HTMLElement>(null)
  useSendKey(section, trySending)
  return (
    <>
      <section ref={section} className={styles.head} aria-label={t('label')}>
        <RequestBar draft={draft} request={request} scopes={scopes} send={send} onSend={trySending} />
        <DoctorLine draftId={draft.id} url={request.url} resolvedUrl={resolvedUrl} clashes={clashes} />
        {stillUnresolved.length > 0 ? (
          <UnresolvedBar names={stillUnresolved} onSendAnyway={sendAnyway} onClose={() => setUnresolved([])} />
        ) : null}
        {request.settings.verifyTls ? null : <TlsBar draftId={draft.id} settings={request.settings} />}
      </section>
      <RequestSplit draftId={draft.id}>
        <section className={styles.parts} aria-label={t('tabs')}>
          <RequestTabs draft={draft} request={request} scopes={scopes} inherited={inherited} clashes={clashes} />
        </section>
      </RequestSplit>
    </>
  )
}

/** Ctrl+Enter sends from anywhere in the composer, unless a dialog is open or another view is shown. */
function useSendKey(section: RefObject<HTMLElement | null>, send: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      if (event.repeat || section.current?.closest('[hidden]') || document.querySelector('.fui-DialogSurface')) return
      event.preventDefault()
      event.stopPropagation()
      send()
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [section, send])
}
