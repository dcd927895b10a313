import type { TodayCounts } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { Notice } from '@shared/receiver-state'
import { createEventBatcher, type EventBatcher } from './event-batcher'
import type { LeadStore } from './storage/lead-store'

export type EngineNews = EventBatcher & {
  /** Keeps a notice for windows that open later, and publishes it. */
  readonly notify: (notice: Notice) => void
  readonly notices: () => readonly Notice[]
  /** The counts of the local day. */
  readonly today: () => TodayCounts
}

/**
 * What the window hears of the engine.
 * @param earlier notices from before anyone could listen
 */
export function createEngineNews(
  leads: Pick<LeadStore, 'facets' | 'flowActivity' | 'today'>,
  earlier: readonly Notice[],
): EngineNews {
  const notices = [...earlier]
  const today = () => leads.today(new Date().setHours(0, 0, 0, 0))

  /** Facets are counted once a batch, however many leads it brings. */
  function withFacets(events: readonly EngineEvent[]): readonly EngineEvent[] {
    if (!events.some((event) => event.type.startsWith('leads-'))) return events
    return [
      ...events,
      { type: 'facets-changed', facets: leads.facets(), today: today() },
      { type: 'flow-activity', activity: leads.flowActivity() },
    ]
  }

  const batcher = createEventBatcher(withFacets)
  return {
    ...batcher,
    notify(notice) {
      notices.push(notice)
      batcher.publish({ type: 'notice', notice })
    },
    notices: () => notices,
    today,
  }
}
