import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  listOffset,
  maxScrollHeight,
  rowRange,
  rowTop,
  scrollScale,
  scrollToRow,
} from '../../../../../src/renderer/src/inbox/list/scroll-scale'

describe('scroll scale', () => {
  it('is one to one while the list fits into an element', () => {
    expect(scrollScale(100_000, 32, 600)).toEqual({ height: 3_200_000, ratio: 1 })
  })

  it('reaches the first and the last of a million rows within the largest element', () => {
    const scale = scrollScale(1_000_000, 48, 600)
    expect(scale.height).toBe(maxScrollHeight)
    expect(listOffset(scale, 0)).toBe(0)
    expect(listOffset(scale, scale.height - 600)).toBeCloseTo(48_000_000 - 600, 3)
  })

  it('puts every visible row into the view, at any place of any list', () => {
    const view = 600
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, part) => {
        const scale = scrollScale(count, 48, view)
        const scrollTop = part * Math.max(0, scale.height - view)
        const rows = rowRange(listOffset(scale, scrollTop), view, 48, count, 0, 1)
        expect(rows.first).toBeGreaterThanOrEqual(0)
        expect(rows.last).toBeLessThan(count)
        expect(rowTop(scale, rows.first, 48, scrollTop)).toBeLessThanOrEqual(scrollTop + 0.01)
        const end = rowTop(scale, rows.last, 48, scrollTop) + 48
        expect(end >= scrollTop + view - 0.01 || rows.last === count - 1).toBe(true)
      }),
    )
  })

  it('scrolls no farther than needed to show a row', () => {
    const scale = scrollScale(1000, 32, 320)
    expect(scrollToRow(scale, 5, 32, 0, 320)).toBeNull()
    expect(scrollToRow(scale, 10, 32, 0, 320)).toBe(32)
    expect(scrollToRow(scale, 3, 32, 640, 320)).toBe(96)
  })

  it('shows a row of a scaled list after scrolling to it', () => {
    const scale = scrollScale(3_000_000, 48, 600)
    const scrollTop = scrollToRow(scale, 2_345_678, 48, 0, 600) ?? Number.NaN
    const rows = rowRange(listOffset(scale, scrollTop), 600, 48, 3_000_000, 0, 1)
    expect(rows.first).toBeLessThanOrEqual(2_345_678)
    expect(rows.last).toBeGreaterThanOrEqual(2_345_678)
  })
})
