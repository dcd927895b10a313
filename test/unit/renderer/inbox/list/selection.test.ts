import { describe, expect, it } from 'vitest'
import {
  chosenPair,
  countSelected,
  isSelected,
  toggleSelected,
} from '../../../../../src/renderer/src/inbox/list/selection'

const of = (...ids: number[]) => ({ ids: new Set(ids) })

describe('selection', () => {
  it('takes a lead in and out, and the focus with it', () => {
    expect(toggleSelected(of(1), 2)).toEqual({ selection: of(1, 2), focusedId: 2 })
    expect(toggleSelected(of(1, 2), 2)).toEqual({ selection: of(1), focusedId: 1 })
    expect(toggleSelected(of(1), 1)).toEqual({ selection: of(), focusedId: null })
    expect(toggleSelected('all', 7)).toEqual({ selection: of(7), focusedId: 7 })
  })

  it('counts everything found as chosen when all is', () => {
    expect(countSelected('all', 1234)).toBe(1234)
    expect(isSelected('all', 99)).toBe(true)
    expect(countSelected(of(3, 4), 1234)).toBe(2)
  })

  it('names a pair to compare, the earlier first, only for exactly two', () => {
    expect(chosenPair(of(9, 4))).toEqual([4, 9])
    expect(chosenPair(of(9))).toBeNull()
    expect(chosenPair(of(9, 4, 5))).toBeNull()
    expect(chosenPair('all')).toBeNull()
  })
})
