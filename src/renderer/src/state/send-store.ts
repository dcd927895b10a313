import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { HistoryEntry, SentEntry } from '@shared/history/history'
import type { RequestTemplate } from '@shared/request/request-template'
import { create } from 'zustand'
import { callEngine, onEngineEvents } from './bridge'
import { changeDraft, contextNodeId, useComposer } from './composer-store'
import { localFlowUrl } from './flow-address'

/** Bytes so far, of the request and of its answer; a total of null is not known. */
export type SendProgress = {
  readonly sent: number
  readonly sentTotal: number | null
  readonly received: number
  readonly receivedTotal: number | null
}

/** What a draft's answer pane shows. `startedAt` in ms since 1970. */
export type SendState =
  | { readonly state: 'idle' }
  | {
      readonly state: 'sending'
      readonly sendId: string
      readonly startedAt: number
      readonly progress: SendProgress
      readonly cancelling: boolean
    }
  | { readonly state: 'done'; readonly entry: SentEntry }
  /** Nothing was sent: a variable without a value, a file that is gone, or the user cancelled. */
  | { readonly state: 'failed'; readonly error: AppErrorData }

type Sends = Readonly<Record<string, SendState>>

const idle: SendState = { state: 'idle' }
const noProgress: SendProgress = { sent: 0, sentTotal: null, received: 0, receivedTotal: null }

/** The last send of each draft, by the draft's id. */
export const useSends = create<{ readonly sends: Sends }>(() => ({ sends: {} }))

export function useSend(draftId: string): SendState {
  return useSends((state) => state.sends[draftId] ?? idle)
}

/**
 * Sends a draft as it is on the screen, keeps its answer and notes it in the draft. What goes wrong is part of the
 * state. A draft that is being sent is not sent again.
 * @param changes `request`: what of the template is another for this one send; `allowUnresolved`: send although
 *   variables have no value
 */
export async function sendDraft(
  draftId: string,
  changes: { readonly request?: Partial<RequestTemplate>; readonly allowUnresolved?: boolean } = {},
): Promise<void> {
  const { drafts, workspace } = useComposer.getState()
  const draft = drafts[draftId]
  if (!draft?.request || useSends.getState().sends[draftId]?.state === 'sending') return
  const sendId = crypto.randomUUID()
  put(draftId, { state: 'sending', sendId, startedAt: Date.now(), progress: noProgress, cancelling: false })
  try {
    const entry = await callEngine('request.send', {
      sendId,
      request: { ...draft.request, ...changes.request },
      nodeId: contextNodeId(draft),
      environmentId: workspace.environmentId,
      name: draft.name,
      checks: draft.checks,
      allowUnresolved: changes.allowUnresolved ?? false,
    })
    if (!isUnderWay(draftId, sendId)) return
    put(draftId, { state: 'done', entry })
    changeDraft(draftId, { historyId: entry.notKept ? null : entry.id })
  } catch (error) {
    if (isUnderWay(draftId, sendId)) put(draftId, { state: 'failed', error: toErrorData(error) })
  }
}

/**
 * Sends a draft to the app's own receiver instead of its URL, to see how the lead is taken. A proxy would not find it.
 * False when the receiver's address is not known yet.
 */
export async function sendToMyReceiver(draftId: string): Promise<boolean> {
  const url = localFlowUrl()
  const request = useComposer.getState().drafts[draftId]?.request
  if (url === null || !request) return false
  await sendDraft(draftId, {
    request: { url, params: [], pathVariables: [], settings: { ...request.settings, proxy: '' } },
  })
  return true
}

/** Stops a send; the state tells when it has stopped. */
export function cancelSend(draftId: string): void {
  const send = useSends.getState().sends[draftId]
  if (send?.state !== 'sending' || send.cancelling) return
  put(draftId, { ...send, cancelling: true })
  callEngine('request.cancel', { sendId: send.sendId }).catch((error: unknown) => {
    if (isUnderWay(draftId, send.sendId)) put(draftId, { state: 'failed', error: toErrorData(error) })
  })
}

/** Brings back the answer that a draft showed before the app was started again, or before a send that was stopped. */
export async function loadLastAnswer(draftId: string): Promise<void> {
  const historyId = useComposer.getState().drafts[draftId]?.historyId ?? null
  if (historyId === null) return
  const before = useSends.getState().sends[draftId]
  try {
    const entry = await callEngine('history.get', { id: historyId })
    if (useSends.getState().sends[draftId] === before) put(draftId, { state: 'done', entry })
  } catch (error) {
    // It was deleted from the history; a stopped engine is asked again when the pane is shown again.
    if (toErrorData(error).code !== 'engine-stopped') changeDraft(draftId, { historyId: null })
  }
}

/** Shows an answer of the history in a draft's pane. */
export function showAnswer(draftId: string, entry: HistoryEntry): void {
  put(draftId, { state: 'done', entry })
}

/** Pure: the sends after an event of the engine. */
function applySendEvent(sends: Sends, event: EngineEvent): Sends {
  if (event.type !== 'send-progress') return sends
  const found = Object.entries(sends).find(([, send]) => send.state === 'sending' && send.sendId === event.sendId)
  if (!found) return sends
  const [draftId, send] = found
  const { sent, sentTotal, received, receivedTotal } = event
  return send.state === 'sending'
    ? { ...sends, [draftId]: { ...send, progress: { sent, sentTotal, received, receivedTotal } } }
    : sends
}

/** Pure: the sends of drafts that are still open; the same object when all are. */
function keepSends(sends: Sends, drafts: Readonly<Record<string, unknown>>): Sends {
  const kept = Object.entries(sends).filter(([draftId]) => draftId in drafts)
  return kept.length === Object.keys(sends).length ? sends : Object.fromEntries(kept)
}

let isFollowing = false

/** From the first answer on: progress is taken in, and the answers of closed drafts are let go. */
function follow(): void {
  if (isFollowing) return
  isFollowing = true
  onEngineEvents((events) => useSends.setState(({ sends }) => ({ sends: events.reduce(applySendEvent, sends) })))
  useComposer.subscribe(({ drafts }, before) => {
    if (drafts !== before.drafts) useSends.setState(({ sends }) => ({ sends: keepSends(sends, drafts) }))
  })
}

function put(draftId: string, send: SendState): void {
  follow()
  useSends.setState(({ sends }) => ({ sends: { ...sends, [draftId]: send } }))
}

function isUnderWay(draftId: string, sendId: string): boolean {
  const send = useSends.getState().sends[draftId]
  return send?.state === 'sending' && send.sendId === sendId
}
