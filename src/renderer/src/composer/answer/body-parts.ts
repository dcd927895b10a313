import { answerPreviewBytes } from '@shared/answer/answer'

/** Bytes of each part after the first. With the bytes before its border it stays under the 1 MiB of one call. */
const partBytes = 1_000_000
/** The longest character in UTF-8 has four bytes: at most three of them stand before a border. */
const overlap = 3

/** How many parts a body is shown in: the first has {@link answerPreviewBytes} bytes, as it came with the answer. */
export function countParts(size: number): number {
  return 1 + Math.max(0, Math.ceil((size - answerPreviewBytes) / partBytes))
}

/** Which bytes to ask for to show a part (1, 2, …): from a little before its border, for characters cut by it. */
export function partRange(part: number, size: number): { readonly offset: number; readonly length: number } {
  const start = answerPreviewBytes + (part - 1) * partBytes
  return { offset: start - overlap, length: Math.min(partBytes, size - start) + overlap }
}

/**
 * The text of a part. A character that the border cuts belongs to the part that its last byte is in, so that none is
 * shown as broken and none is lost.
 */
export function partText(bytes: Uint8Array, charset: string, isLast: boolean): string {
  const from = charset === 'utf-8' ? startOfCut(bytes) : overlap
  return new TextDecoder(charset).decode(bytes.subarray(from), { stream: !isLast })
}

/** Where the character begins that reaches over the border; the border itself where none does. */
function startOfCut(bytes: Uint8Array): number {
  for (let at = overlap - 1; at >= 0; at--) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) return overlap
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return at + length > overlap ? at : overlap
  }
  return overlap
}
