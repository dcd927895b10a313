/**
 * Rows of one height in a scrolled element, for any number of rows. Chromium cuts elements at 2^25 px (33,554,432;
 * LayoutUnit has 26 whole bits), which 1,000,000 rows of 48 px exceed: past {@link maxScrollHeight} a pixel of the
 * scroll bar stands for more than a pixel of the list.
 *
 * Rows are few enough and equal, so this is arithmetic: a virtualiser that measures would keep a record of every row.
 */
export type ScrollScale = {
  /** Height in px of the element that is scrolled. */
  readonly height: number
  /** Pixels of the list for each pixel of the scroll bar's way; 1 while the list fits. */
  readonly ratio: number
}

export const maxScrollHeight = 16_000_000

/** @param viewHeight height in px of what is visible of the rows */
export function scrollScale(rowCount: number, rowHeight: number, viewHeight: number): ScrollScale {
  const full = rowCount * rowHeight
  if (full <= maxScrollHeight) return { height: full, ratio: 1 }
  return { height: maxScrollHeight, ratio: (full - viewHeight) / (maxScrollHeight - viewHeight) }
}

/** The place in the list, in px, that a scroll position shows at the top. */
export function listOffset(scale: ScrollScale, scrollTop: number): number {
  return scrollTop * scale.ratio
}

/** Where a row is put within the scrolled element, in px, when the element is scrolled to `scrollTop`. */
export function rowTop(scale: ScrollScale, row: number, rowHeight: number, scrollTop: number): number {
  return row * rowHeight - (listOffset(scale, scrollTop) - scrollTop)
}

export type RowRange = { readonly first: number; readonly last: number }

/** Visible rows with `overscan` more on both sides, in steps of `step` rows so that small moves change nothing. */
export function rowRange(
  offset: number,
  viewHeight: number,
  rowHeight: number,
  rowCount: number,
  overscan: number,
  step: number,
): RowRange {
  const top = Math.floor(Math.floor(offset / rowHeight) / step) * step
  const bottom = Math.ceil(Math.ceil((offset + viewHeight) / rowHeight) / step) * step
  return { first: Math.max(0, top - overscan), last: Math.min(rowCount - 1, bottom + overscan) }
}

/** The scroll position that brings a row into view; null when it is in view already. */
export function scrollToRow(
  scale: ScrollScale,
  row: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): number | null {
  const offset = listOffset(scale, scrollTop)
  const top = row * rowHeight
  if (top < offset) return top / scale.ratio
  if (top + rowHeight > offset + viewHeight) return (top + rowHeight - viewHeight) / scale.ratio
  return null
}
