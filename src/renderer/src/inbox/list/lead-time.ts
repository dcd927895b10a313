import { sameLocalDay } from '@shared/text/relative-time'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const shortClock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: 'short' })
const day = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: '2-digit', year: 'numeric' })

/** When a lead came, as short as it is clear: today the clock, this year day and month, before that the date. */
export function shortTime(receivedAt: number, now: number): string {
  if (sameLocalDay(receivedAt, now)) return clock.format(receivedAt)
  const sameYear = new Date(receivedAt).getFullYear() === new Date(now).getFullYear()
  return (sameYear ? dayOfYear : day).format(receivedAt)
}

/** The time by which a row names another lead ("Duplicate of 10:29"): without seconds, and with the date if not today. */
export function referenceTime(receivedAt: number, now: number): string {
  const time = shortClock.format(receivedAt)
  return sameLocalDay(receivedAt, now) ? time : `${dayOfYear.format(receivedAt)} ${time}`
}
