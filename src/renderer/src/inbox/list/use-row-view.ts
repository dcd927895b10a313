import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { listOffset, type RowRange, rowRange, type ScrollScale, scrollScale, scrollToRow } from './scroll-scale'

const overscan = 6
const step = 4

export type RowView = {
  readonly scale: ScrollScale
  readonly rows: RowRange
  /** The scroll position that the rows are placed for; matters only while the scale is not 1:1. */
  readonly scrollTop: number
  /** Width in px of the visible list. */
  readonly width: number
  /** At least as many as rows are ever rendered at once: row `n` takes over the elements of row `n - slots`. */
  readonly slots: number
  /** Whole rows that fit on the screen. */
  readonly pageRows: number
  /** To be called when the list was scrolled. */
  readonly scrolled: () => void
  readonly reveal: (row: number) => void
}

type Measures = { readonly width: number; readonly height: number }

/**
 * Which rows a scrolled list has to render. Renders again only when other rows come into view, so that scrolling
 * within the rendered ones costs the compositor alone.
 * @param headHeight px covered by a sticky header
 */
export function useRowView(
  scroller: RefObject<HTMLElement | null>,
  rowCount: number,
  rowHeight: number,
  headHeight: number,
): RowView {
  const [size, setSize] = useState<Measures>({ width: 0, height: 0 })
  const [scrollTop, setScrollTop] = useState(0)
  const viewHeight = Math.max(rowHeight, size.height - headHeight)
  const scale = scrollScale(rowCount, rowHeight, viewHeight)
  const rows = rowRange(listOffset(scale, scrollTop), viewHeight, rowHeight, rowCount, overscan, step)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])

  // The same rows stay in view when the scroll bar comes to stand for far more rows, as when a long list's index arrives.
  const ratio = useRef(scale.ratio)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || ratio.current === scale.ratio) return
    element.scrollTop *= ratio.current / scale.ratio
    ratio.current = scale.ratio
    setScrollTop(element.scrollTop)
  }, [scroller, scale.ratio])

  const scrolled = useCallback(() => {
    const now = scroller.current?.scrollTop ?? 0
    const isSame = (one: RowRange, other: RowRange) => one.first === other.first && one.last === other.last
    const change = (before: number) => {
      if (scale.ratio !== 1) return now
      const shown = rowRange(before, viewHeight, rowHeight, rowCount, overscan, step)
      return isSame(shown, rowRange(now, viewHeight, rowHeight, rowCount, overscan, step)) ? before : now
    }
    // In this very frame: rendered later, as React would, the rows come a frame after their place does.
    flushSync(() => setScrollTop(change))
  }, [scroller, scale.ratio, viewHeight, rowHeight, rowCount])

  const reveal = useCallback(
    (row: number) => {
      const element = scroller.current
      if (!element) return
      const target = scrollToRow(scale, row, rowHeight, element.scrollTop, viewHeight)
      if (target !== null) element.scrollTop = target
    },
    [scroller, scale, rowHeight, viewHeight],
  )

  const pageRows = Math.floor(viewHeight / rowHeight)
  const slots = pageRows + 2 * (overscan + step) + 2
  return { scale, rows, slots, scrollTop, width: size.width, pageRows, scrolled, reveal }
}
