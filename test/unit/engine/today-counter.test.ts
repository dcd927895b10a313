import { describe, expect, it } from 'vitest'
import { createTodayCounter } from '../../../src/engine/today-counter'
import { newLead, summaryOf } from '../../helpers/leads'

const noon = new Date(2026, 10, 21, 12).getTime()
const stored = (...verdicts: ('matches' | 'does-not-match' | 'unmatched')[]) =>
  verdicts.map((verdict, id) => summaryOf(newLead({}, { verdict }), id + 1))

function counter(now: () => number) {
  const days: number[] = []
  const today = createTodayCounter(
    {
      today: (dayStart) => {
        days.push(dayStart)
        return { leads: 10, notValid: 2 }
      },
    },
    now,
  )
  return { today, days }
}

describe('the counts of today', () => {
  it('are read once and then counted; unmatched requests are not leads', () => {
    const { today, days } = counter(() => noon)
    expect(today.counts()).toEqual({ leads: 10, notValid: 2 })
    today.add(stored('matches', 'does-not-match', 'unmatched'))
    expect(today.counts()).toEqual({ leads: 12, notValid: 3 })
    expect(days).toEqual([new Date(2026, 10, 21).getTime()])
  })

  it('begin anew at midnight', () => {
    let now = noon
    const { today, days } = counter(() => now)
    today.counts()
    now += 24 * 60 * 60 * 1000
    today.add(stored('matches'))
    expect(today.counts()).toEqual({ leads: 10, notValid: 2 })
    expect(days).toHaveLength(2)
  })

  it('are read again after leads went', () => {
    const { today, days } = counter(() => noon)
    today.counts()
    today.recount()
    today.counts()
    expect(days).toHaveLength(2)
  })
})
