import type { SendTiming } from '@shared/answer/answer'

/** When each part of one exchange ended, by `performance.now()`; null where it has not, or not happened. */
export type Marks = {
  started: number
  lookedUp: number | null
  /** TCP, and the proxy's tunnel where there is one. */
  connected: number | null
  secured: number | null
  /** The connection is the request's, new or kept alive. */
  ready: number | null
  written: number | null
  firstByte: number | null
  ended: number | null
}

export function newMarks(): Marks {
  return {
    started: performance.now(),
    lookedUp: null,
    connected: null,
    secured: null,
    ready: null,
    written: null,
    firstByte: null,
    ended: null,
  }
}

/** The parts of an exchange; `total` until now where it did not end. */
export function timingOf(marks: Marks): SendTiming {
  const { started, lookedUp, connected, secured, ready, firstByte, ended } = marks
  // An answer that comes before the whole request was written ends the upload.
  const written = firstByte !== null && (marks.written ?? firstByte) >= firstByte ? firstByte : marks.written
  return {
    dns: span(started, lookedUp),
    connect: span(lookedUp ?? started, connected),
    tls: span(connected, secured),
    upload: span(ready, written),
    firstByte: span(written, firstByte),
    download: span(firstByte, ended),
    total: (ended ?? performance.now()) - started,
  }
}

/** The parts of all exchanges of a send that was redirected. */
export function addTiming(first: SendTiming, second: SendTiming): SendTiming {
  return {
    dns: sum(first.dns, second.dns),
    connect: sum(first.connect, second.connect),
    tls: sum(first.tls, second.tls),
    upload: sum(first.upload, second.upload),
    firstByte: sum(first.firstByte, second.firstByte),
    download: sum(first.download, second.download),
    total: first.total + second.total,
  }
}

function span(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from)
}

function sum(first: number | null, second: number | null): number | null {
  return first === null ? second : first + (second ?? 0)
}
