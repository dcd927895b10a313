import { everyLead, type LeadQuery } from '@shared/lead/lead-query'
import { describe, expect, it } from 'vitest'
import {
  activeFilters,
  facetValues,
  isFiltered,
  removeFilter,
  toggleValue,
} from '../../../../../src/renderer/src/inbox/list/query-filters'
import { matchesFilters } from '../../../../../src/renderer/src/state/lead-query-match'
import { buildLead } from '../../state/lead-builder'

const facets = {
  verdict: [],
  actionCode: [{ value: 'INS', count: 4 }],
  source: [],
  offer: [],
  country: [],
  total: 4,
  test: 0,
  unread: 0,
  pinned: 0,
}

describe('query filters', () => {
  it('puts a value on and off', () => {
    const on = toggleValue(toggleValue(everyLead, 'actionCodes', 'INS'), 'actionCodes', 'PLT')
    expect(on.actionCodes).toEqual(['INS', 'PLT'])
    expect(toggleValue(on, 'actionCodes', 'INS').actionCodes).toEqual(['PLT'])
    expect(toggleValue(everyLead, 'verdicts', 'no such verdict').verdicts).toEqual([])
  })

  it('lists what is on, and takes each off again', () => {
    let query: LeadQuery = { ...toggleValue(everyLead, 'countries', ''), isTest: false, unread: true, pinned: true }
    expect(activeFilters(query)).toEqual([
      { kind: 'value', key: 'countries', value: '' },
      { kind: 'real' },
      { kind: 'unread' },
      { kind: 'pinned' },
    ])
    for (const filter of activeFilters(query)) query = removeFilter(query, filter)
    expect(isFiltered(query)).toBe(false)
  })

  it('still offers a value that is filtered by but no longer stored', () => {
    const values = facetValues({ ...everyLead, actionCodes: ['PLT'] }, facets, 'actionCodes')
    expect(values).toEqual([
      { value: 'INS', count: 4 },
      { value: 'PLT', count: 0 },
    ])
  })

  it('judges a lead by all filters, values of one being alternatives', () => {
    const query = { ...everyLead, countries: ['US', 'USA'], isTest: false }
    expect(matchesFilters(query, buildLead(1))).toBe(true)
    expect(matchesFilters(query, buildLead(1, { isTest: true }))).toBe(false)
    expect(matchesFilters(query, buildLead(1, { country: 'SE' }))).toBe(false)
    expect(matchesFilters({ ...query, unread: true }, buildLead(1, { unread: false }))).toBe(false)
  })
})
