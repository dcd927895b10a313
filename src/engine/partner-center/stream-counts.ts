import type { Explained } from '@shared/answer/explanation'
import type { LeadStream, StreamFailure } from '@shared/partner-center/lead-stream'

/** The numbers of a stream while it runs. */
export type StreamCounts = {
  readonly sent: (kind: 'new' | 'duplicate' | 'retry') => void
  readonly accepted: () => void
  readonly failed: (status: number | null, explained: Explained) => void
  readonly arrived: () => void
  readonly read: () => Pick<
    LeadStream,
    'sent' | 'duplicates' | 'retries' | 'accepted' | 'failed' | 'failures' | 'speed'
  > & { readonly arrived: number }
}

/** Kinds of failures that are told apart; a server that answers with ever new statuses fills no more than this. */
const mostKinds = 20
/** The speed is that of the last so many milliseconds, and of a slow stream that of its last few requests. */
const speedMs = 2000
const fewest = 6

/** Counts without keeping what was counted: memory does not grow with the number of leads. */
export function createStreamCounts(now: () => number = () => performance.now()): StreamCounts {
  const failures = new Map<string, StreamFailure>()
  const counts = { sent: 0, duplicates: 0, retries: 0, accepted: 0, failed: 0, arrived: 0 }
  let recent: number[] = []

  function sinceThen(): void {
    const oldest = now() - speedMs
    const first = recent.findIndex((time) => time >= oldest)
    recent = recent.slice(Math.max(0, Math.min(first === -1 ? recent.length : first, recent.length - fewest)))
  }

  /** Requests a second: from the first to the last of the recent ones, or to now once the next one is overdue. */
  function speed(): number {
    const [first, last] = [recent[0], recent.at(-1)]
    if (first === undefined || last === undefined || recent.length < 2) return 0
    const intervals = recent.length - 1
    return (intervals * 1000) / Math.max(last - first, ((now() - first) * intervals) / recent.length, 1)
  }

  return {
    sent(kind) {
      counts.sent += 1
      if (kind === 'duplicate') counts.duplicates += 1
      if (kind === 'retry') counts.retries += 1
      recent.push(now())
      if (recent.length > 1000) sinceThen()
    },
    accepted() {
      counts.accepted += 1
    },
    failed(status, explained) {
      counts.failed += 1
      const kind = `${status} ${explained.code}`
      const known = failures.get(kind)
      if (!known && failures.size >= mostKinds) return
      failures.set(kind, { explained, status, count: (known?.count ?? 0) + 1 })
    },
    arrived() {
      counts.arrived += 1
    },
    read() {
      sinceThen()
      return {
        ...counts,
        failures: [...failures.values()].toSorted((one, other) => other.count - one.count),
        speed: speed(),
      }
    },
  }
}
