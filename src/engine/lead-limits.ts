import type { EngineSettings } from '@shared/settings'
import type { EngineNews } from './engine-news'
import { startRetention } from './retention'
import type { LeadStore } from './storage/lead-store'
import type { StorageHealth } from './storage-health'
import { createUnmatchedLimit } from './unmatched-limit'

export type LeadLimitsParts = {
  readonly leads: Pick<LeadStore, 'removeOlderThan' | 'trimUnmatched'>
  readonly settings: () => Pick<EngineSettings, 'retentionDays' | 'unmatchedKept'>
  readonly tidyUp: StorageHealth['tidyUp']
  readonly news: Pick<EngineNews, 'notify' | 'publish'>
}

/** How long leads are kept, and how many unmatched requests. */
export type LeadLimits = {
  /** To be called after unmatched requests were stored. */
  readonly enforceUnmatched: () => void
  /** To be called after the settings have changed. */
  readonly enforce: () => void
  readonly stop: () => void
}

/** Begins with what a stop in the middle of a flood, or a smaller setting, has left over. */
export function startLeadLimits({ leads, settings, tidyUp, news }: LeadLimitsParts): LeadLimits {
  const unmatched = createUnmatchedLimit(
    () => tidyUp(() => leads.trimUnmatched(settings().unmatchedKept), []),
    (ids) => news.publish({ type: 'leads-deleted', ids }),
  )
  const retention = startRetention(
    { removeOlderThan: (time) => tidyUp(() => leads.removeOlderThan(time), 0) },
    () => settings().retentionDays,
    (count) => {
      news.notify({ kind: 'retention-removed', count })
      news.publish({ type: 'leads-reset' })
      news.publish({ type: 'flow-runs-reset' })
      news.publish({ type: 'rehearsal-changed' })
    },
  )
  unmatched.enforce()

  return {
    enforceUnmatched: unmatched.enforce,
    enforce() {
      retention.run()
      unmatched.enforce()
    },
    stop() {
      retention.stop()
      unmatched.stop()
    },
  }
}
