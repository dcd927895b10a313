import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { PartnerCenter } from '@shared/contract/partner-center-commands'
import type { LeadDelivery, LeadStream, StreamOptions } from '@shared/partner-center/lead-stream'
import type { Offer } from '@shared/partner-center/offer'
import type { Validation } from '@shared/partner-center/validation'
import { create } from 'zustand'
import { callEngine, onEngineConnected, onEngineEvents, onShellEvent } from './bridge'

/** *Connection details* as typed, not answered with *OK* yet. */
export type ConnectionDraft = { readonly url: string; readonly emails: string }

type ByOffer<Value> = Readonly<Record<string, Value>>

export type PartnerCenterState = PartnerCenter & {
  readonly loaded: boolean
  readonly error: AppErrorData | null
  /** null shows the first offer. */
  readonly chosenId: string | null
  readonly dialog: { readonly kind: 'new' } | { readonly kind: 'rename'; readonly offer: Offer } | null
  /** What is typed outlives a look at another view. */
  readonly connectionDrafts: ByOffer<ConnectionDraft>
  readonly streamDrafts: ByOffer<StreamOptions>
  /** The last single leads of each offer, newest first. */
  readonly deliveries: ByOffer<readonly LeadDelivery[]>
}

const shownDeliveries = 5

export const usePartnerCenter = create<PartnerCenterState>(() => ({
  offers: [],
  validations: [],
  streams: [],
  loaded: false,
  error: null,
  chosenId: null,
  dialog: null,
  connectionDrafts: {},
  streamDrafts: {},
  deliveries: {},
}))

/** The offer that the view shows; null when there is none. */
export function chosenOffer({ offers, chosenId }: PartnerCenterState): Offer | null {
  return offers.find(({ id }) => id === chosenId) ?? offers[0] ?? null
}

export function useValidation(offerId: string): Validation | null {
  return usePartnerCenter(({ validations }) => validations.find((known) => known.offerId === offerId) ?? null)
}

export function useLeadStream(offerId: string): LeadStream | null {
  return usePartnerCenter(({ streams }) => streams.find((known) => known.offerId === offerId) ?? null)
}

/** Whether leads go out of any offer now. */
export function useIsStreaming(): boolean {
  return usePartnerCenter(({ streams }) => streams.some(({ state }) => state === 'running'))
}

/** Pure: what was under way has ended with the engine; its numbers so far stay. */
export function endWithEngine(state: PartnerCenter, now: number): PartnerCenter {
  return {
    ...state,
    validations: state.validations.filter((known) => known.state !== 'running'),
    streams: state.streams.map((known) =>
      known.state === 'stopped' ? known : { ...known, state: 'stopped', endedAt: now, speed: 0 },
    ),
  }
}

/** Pure: what a new engine knows, with what came of the offers under the one before it. */
export function readAnew(before: PartnerCenter, read: PartnerCenter): PartnerCenter {
  const { validations, streams } = applyPartnerCenterEvent(before, { type: 'offers-changed', offers: read.offers })
  return {
    offers: read.offers,
    validations: read.validations.reduce(withLatest<Validation>, validations),
    streams: read.streams.reduce(withLatest<LeadStream>, streams),
  }
}

/** Pure: what is shown after an event; events of other kinds change nothing. */
export function applyPartnerCenterEvent(state: PartnerCenter, event: EngineEvent): PartnerCenter {
  switch (event.type) {
    case 'offers-changed': {
      const { offers } = event
      const isKept = ({ offerId }: { readonly offerId: string }) => offers.some(({ id }) => id === offerId)
      // Another URL has nothing to do with what came of the one before.
      const isSame = ({ offerId }: { readonly offerId: string }) =>
        urlOf(state.offers, offerId) === null || urlOf(state.offers, offerId) === urlOf(offers, offerId)
      return {
        offers,
        validations: state.validations.filter((known) => isKept(known) && isSame(known)),
        streams: state.streams.filter((known) => isKept(known) && isSame(known)),
      }
    }
    case 'validation-changed':
      return { ...state, validations: withLatest(state.validations, event.validation) }
    case 'lead-stream-changed':
      return { ...state, streams: withLatest(state.streams, event.stream) }
    default:
      return state
  }
}

function urlOf(offers: readonly Offer[], id: string): string | null {
  return offers.find((offer) => offer.id === id)?.connection?.url ?? null
}

function withLatest<Item extends { readonly offerId: string }>(items: readonly Item[], item: Item): readonly Item[] {
  return [...items.filter(({ offerId }) => offerId !== item.offerId), item]
}

let isFollowing = false

/** Reads the offers and follows them from the first time that they are asked for; further calls do nothing. */
export function followPartnerCenter(): void {
  if (isFollowing) return
  isFollowing = true
  onEngineConnected(() => void readPartnerCenter())
  onShellEvent((event) => {
    if (event.type === 'engine-process' && event.process.state !== 'running')
      usePartnerCenter.setState((state) => endWithEngine(state, Date.now()))
  })
  onEngineEvents((events) => {
    usePartnerCenter.setState((state) => events.reduce<PartnerCenter>(applyPartnerCenterEvent, state))
  })
}

async function readPartnerCenter(): Promise<void> {
  try {
    const read = await callEngine('partner-center.get', {})
    usePartnerCenter.setState((state) => ({ ...readAnew(state, read), loaded: true, error: null }))
  } catch (error) {
    const data = toErrorData(error)
    // A stopped engine is followed by a new connection, which reads again.
    if (data.code !== 'engine-stopped') usePartnerCenter.setState({ error: data, loaded: true })
  }
}

export function chooseOffer(id: string): void {
  usePartnerCenter.setState({ chosenId: id })
}

/** Notes what is typed into *Connection details*; null closes the form. */
export function setConnectionDraft(offerId: string, draft: ConnectionDraft | null): void {
  usePartnerCenter.setState((state) => {
    const { [offerId]: _, ...others } = state.connectionDrafts
    return { connectionDrafts: draft === null ? others : { ...others, [offerId]: draft } }
  })
}

export function setStreamDraft(offerId: string, options: StreamOptions): void {
  usePartnerCenter.setState((state) => ({ streamDrafts: { ...state.streamDrafts, [offerId]: options } }))
}

export function addDelivery(offerId: string, delivery: LeadDelivery): void {
  usePartnerCenter.setState(({ deliveries }) => ({
    deliveries: { ...deliveries, [offerId]: [delivery, ...(deliveries[offerId] ?? [])].slice(0, shownDeliveries) },
  }))
}

/** What became of leads over another connection says nothing about this one. */
export function forgetDeliveries(offerId: string): void {
  usePartnerCenter.setState(({ deliveries }) => ({ deliveries: { ...deliveries, [offerId]: [] } }))
}
