import { z } from 'zod'

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })

/** How the window was left: its normal bounds, and whether it filled the screen. Lengths in device-independent pixels. */
export const windowPlacementSchema = z.object({ bounds: rectangleSchema, maximised: z.boolean() })

export type WindowPlacement = z.infer<typeof windowPlacementSchema>

export const minimumSize = { width: 900, height: 600 } as const
const defaultSize = { width: 1280, height: 800 } as const

/**
 * Where to open the window: as it was left, moved and shrunk into the display that shows most of it. Without a
 * placement, or when its display is gone, the default size in the middle of the first display.
 * @param workAreas the displays without task bars and docks, the main one first
 */
export function placeWindow(left: WindowPlacement | null, workAreas: readonly Rectangle[]): Rectangle {
  const main = workAreas[0] ?? { x: 0, y: 0, ...defaultSize }
  if (left === null) return centre(main)
  const home = workAreas.reduce(
    (best, area) => (overlap(left.bounds, area) > overlap(left.bounds, best) ? area : best),
    main,
  )
  if (overlap(left.bounds, home) === 0) return centre(main)
  const width = clamp(left.bounds.width, minimumSize.width, home.width)
  const height = clamp(left.bounds.height, minimumSize.height, home.height)
  return {
    x: clamp(left.bounds.x, home.x, home.x + home.width - width),
    y: clamp(left.bounds.y, home.y, home.y + home.height - height),
    width,
    height,
  }
}

function centre(area: Rectangle): Rectangle {
  const width = clamp(defaultSize.width, minimumSize.width, area.width)
  const height = clamp(defaultSize.height, minimumSize.height, area.height)
  return {
    x: Math.round(area.x + Math.max(0, area.width - width) / 2),
    y: Math.round(area.y + Math.max(0, area.height - height) / 2),
    width,
    height,
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
