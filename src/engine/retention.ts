import type { LeadStore } from './storage/lead-store'

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

export type Retention = { readonly run: () => void; readonly stop: () => void }

/**
 * Removes leads that are older than the user wants to keep, at the start and then once an hour. Never silent:
 * `onRemoved` hears how many went.
 */
export function startRetention(
  leads: Pick<LeadStore, 'removeOlderThan'>,
  retentionDays: () => number | null,
  onRemoved: (count: number) => void,
): Retention {
  function run(): void {
    const days = retentionDays()
    if (days === null) return
    const count = leads.removeOlderThan(Date.now() - days * dayMs)
    if (count > 0) onRemoved(count)
  }
  run()
  const timer = setInterval(run, hourMs)
  timer.unref()
  return { run, stop: () => clearInterval(timer) }
}
