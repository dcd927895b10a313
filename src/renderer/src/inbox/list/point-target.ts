import type { PositioningVirtualElement } from '@fluentui/react-components'

/** A point of the window (px) as something to put a menu beside; null for none. */
export function pointTarget(
  point: { readonly x: number; readonly y: number } | null,
): PositioningVirtualElement | null {
  if (point === null) return null
  return { getBoundingClientRect: () => new DOMRect(point.x, point.y, 0, 0) }
}
