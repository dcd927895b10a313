import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minimumSize, placeWindow } from '../../../src/main/window-placement'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 1000 }

test('opens as it was left', () => {
  const bounds = { x: 2000, y: 100, width: 1000, height: 700 }
  expect(placeWindow({ bounds, maximised: false }, [main, right])).toEqual(bounds)
})

test('opens in the middle of the main display when its display is gone, or for the first time', () => {
  const bounds = { x: 2000, y: 100, width: 1000, height: 700 }
  const middle = { x: 320, y: 120, width: 1280, height: 800 }
  expect(placeWindow({ bounds, maximised: false }, [main])).toEqual(middle)
  expect(placeWindow(null, [main])).toEqual(middle)
})

test('comes back whole from beyond the edge', () => {
  const bounds = { x: -500, y: 900, width: 1000, height: 700 }
  expect(placeWindow({ bounds, maximised: false }, [main])).toEqual({ x: 0, y: 340, width: 1000, height: 700 })
})

test('any placement opens within a display that is large enough, at a usable size', () => {
  const number = fc.integer({ min: -5000, max: 5000 })
  const size = fc.integer({ min: 1, max: 6000 })
  fc.assert(
    fc.property(fc.record({ x: number, y: number, width: size, height: size }), (bounds) => {
      const placed = placeWindow({ bounds, maximised: false }, [main, right])
      const inside = [main, right].some(
        (area) =>
          placed.x >= area.x &&
          placed.y >= area.y &&
          placed.x + placed.width <= area.x + area.width &&
          placed.y + placed.height <= area.y + area.height,
      )
      expect(inside).toBe(true)
      expect(placed.width).toBeGreaterThanOrEqual(minimumSize.width)
      expect(placed.height).toBeGreaterThanOrEqual(minimumSize.height)
    }),
  )
})
