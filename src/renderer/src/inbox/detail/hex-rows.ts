/** Bytes in one row of the hex view: as many as fit beside their text. @param width px of the view */
export function hexRowBytes(width: number): 8 | 16 {
  return width >= 580 ? 16 : 8
}

/** One row: where it begins, its bytes as two hex digits each, and as text with a dot for what has no letter. */
export type HexRow = { readonly offset: string; readonly hex: string; readonly text: string }

/**
 * A row of the hex view. Bytes that are not at hand (still being read, or never kept) are shown as `··`.
 * @param bytes the row's bytes, at most `width`; undefined while they are being read
 * @param offset of the row's first byte in the body
 * @param length of the row: less than `width` only in the last one
 * @param digits of the offset, so that all rows line up
 * @param width of a full row in bytes
 */
export function hexRow(
  bytes: Uint8Array | undefined,
  offset: number,
  length: number,
  digits: number,
  width: 8 | 16 = 16,
): HexRow {
  let hex = ''
  let text = ''
  for (let index = 0; index < width; index++) {
    if (index > 0) hex += index === width / 2 ? '  ' : ' '
    const byte = index < length ? bytes?.[index] : undefined
    if (index >= length) hex += '  '
    else if (byte === undefined) {
      hex += '··'
      text += ' '
    } else {
      hex += byte.toString(16).padStart(2, '0')
      text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'
    }
  }
  return { offset: offset.toString(16).padStart(digits, '0'), hex, text }
}

/** Hex digits that the offsets of a body need, at least four. */
export function offsetDigits(size: number): number {
  return Math.max(4, Math.max(0, size - 1).toString(16).length)
}
