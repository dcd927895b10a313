import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useCallback, useEffect, useState } from 'react'
import { callEngine, onEngineConnected, onEngineEvents } from '../../state/bridge'
import { createDetailCache } from './detail-cache'

/** What is known of the lead that is shown. `id` is the lead that was asked for. */
export type DetailState =
  /** `previous` stays on the screen for a moment, so that walking through the list does not flicker. */
  | { readonly state: 'loading'; readonly id: number; readonly slow: boolean; readonly previous: LeadDetail | null }
  | { readonly state: 'ready'; readonly id: number; readonly detail: LeadDetail }
  /** It was deleted, here or elsewhere. */
  | { readonly state: 'gone'; readonly id: number }
  | { readonly state: 'failed'; readonly id: number; readonly error: AppErrorData }

/** A load that takes longer than this shows that it is loading. */
const slowAfterMs = 150

const cache = createDetailCache((id) => callEngine('leads.get', { id }))

// For as long as the window lives, also while no lead is shown: what is kept must never be older than the last event.
onEngineEvents((events) => {
  for (const event of events) forgetChanged(event)
})
onEngineConnected(() => cache.clear())

/** The detail of a lead, kept true by the engine's events. Answers for a lead that is no longer asked for are dropped. */
export function useLeadDetail(id: number): { readonly detail: DetailState; readonly retry: () => void } {
  const [state, setState] = useState<DetailState>(() => firstState(id, null))
  const [attempt, setAttempt] = useState(0)
  const shown = state.id === id ? state : firstState(id, state.state === 'ready' ? state.detail : null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    let current = true
    setState((before) => (before.id === id ? before : firstState(id, before.state === 'ready' ? before.detail : null)))
    const load = () =>
      cache.load(id).then(
        (detail) => current && setState({ state: 'ready', id, detail }),
        (error) => current && setState((before) => failedState(before, id, toErrorData(error))),
      )
    const slow = setTimeout(() => {
      if (current) setState((before) => (before.state === 'loading' ? { ...before, slow: true } : before))
    }, slowAfterMs)
    const stopEvents = onEngineEvents((events) => {
      for (const event of events) {
        if (!current || !concerns(event, id)) continue
        if (event.type === 'leads-deleted') setState({ state: 'gone', id })
        else {
          // The new summary is at hand: the pin or the badge changes at once, the rest follows with the answer.
          setState((before) => withSummary(before, event))
          void load()
        }
      }
    })
    void load()
    return () => {
      current = false
      clearTimeout(slow)
      stopEvents()
    }
  }, [id, attempt])

  useEffect(() => {
    let isFirst = true
    return onEngineConnected(() => {
      // A new engine may know more than the one that answered before; the first call only says that there is one.
      if (!isFirst) setAttempt((before) => before + 1)
      isFirst = false
    })
  }, [])

  const retry = useCallback(() => {
    cache.forget([id])
    setState(firstState(id, null))
    setAttempt((before) => before + 1)
  }, [id])
  return { detail: shown, retry }
}

function firstState(id: number, previous: LeadDetail | null): DetailState {
  const detail = cache.peek(id)
  return detail ? { state: 'ready', id, detail } : { state: 'loading', id, slow: false, previous }
}

/** A lead that is on the screen stays there when reading it again fails, unless it is gone. */
function failedState(before: DetailState, id: number, error: AppErrorData): DetailState {
  if (error.code === 'lead-not-found') return { state: 'gone', id }
  return before.state === 'ready' && before.id === id ? before : { state: 'failed', id, error }
}

function forgetChanged(event: EngineEvent): void {
  if (event.type === 'leads-changed') cache.forget(event.leads.map((lead) => lead.id))
  else if (event.type === 'leads-deleted') cache.forget(event.ids)
  else if (event.type === 'leads-reset') cache.clear()
}

function concerns(event: EngineEvent, id: number): boolean {
  if (event.type === 'leads-changed') return event.leads.some((lead) => lead.id === id)
  if (event.type === 'leads-deleted') return event.ids.includes(id)
  return event.type === 'leads-reset'
}

function withSummary(before: DetailState, event: EngineEvent): DetailState {
  if (before.state !== 'ready' || event.type !== 'leads-changed') return before
  const summary = event.leads.find((lead) => lead.id === before.id)
  return summary ? { ...before, detail: { ...before.detail, summary } } : before
}
