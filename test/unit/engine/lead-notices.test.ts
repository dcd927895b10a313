import type { EngineEvent } from '@shared/contract/engine-events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startLeadNotices } from '../../../src/engine/lead-notices'
import { newLead, summaryOf } from '../../helpers/leads'

describe('lead notices', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('gather leads for a second, name the newest, and leave unmatched requests out', () => {
    let publish: (events: readonly EngineEvent[]) => void = () => {}
    const notices: unknown[] = []
    startLeadNotices(
      (listener) => {
        publish = listener
        return () => {}
      },
      (leads, count) => notices.push({ names: leads.map((lead) => lead.name), count }),
    )
    const lead = (id: number, firstName: string) => summaryOf(newLead({ firstName, lastName: '' }), id)
    const unmatched = summaryOf(newLead({}, { verdict: 'unmatched' }), 9)
    publish([{ type: 'leads-stored', leads: [lead(2, 'B'), lead(1, 'A')], count: 2 }])
    publish([{ type: 'leads-stored', leads: [unmatched, lead(4, 'D'), lead(3, 'C')], count: 3 }])
    vi.advanceTimersByTime(1000)
    expect(notices).toEqual([{ names: ['D', 'C', 'B'], count: 4 }])
    publish([{ type: 'leads-stored', leads: [unmatched], count: 1 }])
    vi.advanceTimersByTime(5000)
    expect(notices).toHaveLength(1)
  })
})
