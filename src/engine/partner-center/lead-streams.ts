import type { EngineEvent } from '@shared/contract/engine-events'
import type { LeadStream, StreamOptions } from '@shared/partner-center/lead-stream'
import type { Offer } from '@shared/partner-center/offer'
import type { Sender } from '../sender/sender'
import type { Arrivals } from './arrivals'
import { newMark } from './deliver-lead'
import { runStream } from './run-stream'
import { createStreamCounts } from './stream-counts'

export type StreamParts = {
  readonly publish: (event: EngineEvent) => void
  readonly arrivals: Arrivals
  /** A sender with connections of its own, closed with the stream. */
  readonly createSender: () => Sender
  readonly timeoutMs: number
  readonly retryMs: number
}

/** The streams of leads, one an offer at most. They live as long as the engine. */
export type LeadStreams = {
  /** Starts one; a stream of the offer that runs already is stopped first. */
  readonly start: (offer: Offer, url: string, isOwn: boolean, options: StreamOptions) => LeadStream
  /** Stops one and lets what is on its way end; nothing where none runs. */
  readonly stop: (offerId: string) => void
  /** The last of each offer. */
  readonly list: () => readonly LeadStream[]
  /** Stops one, and forgets what it was. */
  readonly forget: (offerId: string) => void
  /** Gives up all that is on its way, and waits for it. */
  readonly close: () => Promise<void>
}

type Running = {
  readonly read: () => LeadStream
  readonly stop: () => void
  readonly cancel: () => void
  readonly ended: Promise<void>
}

/** Progress is told five times a second: fast enough for the eye. */
const tellMs = 200

export function createLeadStreams(parts: StreamParts): LeadStreams {
  const streams = new Map<string, Running>()
  /** All that have not ended, also those of offers that are gone. */
  const live = new Set<Running>()

  function run(offer: Offer, url: string, isOwn: boolean, options: StreamOptions): Running {
    const counts = createStreamCounts()
    const sender = parts.createSender()
    const mark = newMark()
    const halt = new AbortController()
    const cancel = new AbortController()
    const startedAt = Date.now()
    let state: LeadStream['state'] = 'running'
    let endedAt: number | null = null
    const read = (): LeadStream => {
      const { arrived, ...numbers } = counts.read()
      const speed = state === 'stopped' ? 0 : numbers.speed
      return {
        offerId: offer.id,
        options,
        startedAt,
        state,
        endedAt,
        ...numbers,
        speed,
        arrived: isOwn ? arrived : null,
      }
    }
    const tell = (): void => {
      if (streams.get(offer.id) === running) parts.publish({ type: 'lead-stream-changed', stream: read() })
    }
    const unfollow = isOwn
      ? parts.arrivals.follow(
          ({ email, verdict }) => verdict !== 'unmatched' && email.includes(`+${mark}x`),
          counts.arrived,
        )
      : () => undefined
    const timer = setInterval(tell, tellMs)
    const order = { offer, url, options, mark, send: sender.send, counts, random: Math.random }
    const times = { timeoutMs: parts.timeoutMs, retryMs: parts.retryMs }
    const ended = runStream({ ...order, ...times, halt: halt.signal, cancel: cancel.signal })
      .catch((error: unknown) => process.stderr.write(`A stream of leads ended: ${String(error)}\n`))
      .then(() => {
        clearInterval(timer)
        unfollow()
        sender.close()
        state = 'stopped'
        endedAt = Date.now()
        tell()
      })
    const stop = (): void => {
      if (state !== 'running') return
      state = 'stopping'
      halt.abort()
      tell()
    }
    const running: Running = {
      read,
      ended,
      stop,
      cancel: () => {
        stop()
        cancel.abort()
      },
    }
    return running
  }

  return {
    start(offer, url, isOwn, options) {
      streams.get(offer.id)?.stop()
      const running = run(offer, url, isOwn, options)
      streams.set(offer.id, running)
      live.add(running)
      void running.ended.then(() => live.delete(running))
      const stream = running.read()
      parts.publish({ type: 'lead-stream-changed', stream })
      return stream
    },
    stop: (offerId) => streams.get(offerId)?.stop(),
    list: () => [...streams.values()].map(({ read }) => read()),
    forget(offerId) {
      streams.get(offerId)?.stop()
      streams.delete(offerId)
    },
    async close() {
      for (const { cancel } of live) cancel()
      await Promise.all([...live].map(({ ended }) => ended))
    },
  }
}
