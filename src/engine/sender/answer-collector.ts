import type { IncomingMessage } from 'node:http'
import { AnswerTooLarge } from './answer-too-large'

/** The largest answer, over the wire and once inflated, in bytes. */
export const answerLimit = 100 * 1024 * 1024

export type AnswerCollector = {
  /** Content-Length; null where the answer does not say. */
  readonly announced: number | null
  /** The error of an answer beyond the limit, null otherwise. */
  readonly add: (chunk: Buffer) => AnswerTooLarge | null
  readonly size: () => number
  readonly bytes: () => Buffer
}

/** Keeps the bytes of an answer: all of a compressed one, else the first `keepBytes`. */
export function createAnswerCollector(response: IncomingMessage, keepBytes: number): AnswerCollector {
  const length = Number(response.headers['content-length'] ?? Number.NaN)
  const wanted = response.headers['content-encoding'] === undefined ? keepBytes : answerLimit
  const announced = Number.isFinite(length) ? length : null
  let size = 0
  let kept: Buffer = Buffer.alloc(0)
  let keptSize = 0

  /** One buffer that grows: an answer in millions of pieces must not fill the memory with pieces. */
  function keep(piece: Buffer): void {
    // Most answers come in one piece, which is not copied.
    if (keptSize === 0) kept = piece
    else {
      if (keptSize + piece.byteLength > kept.byteLength) {
        const larger = Buffer.allocUnsafe(Math.max(2 * keptSize, keptSize + piece.byteLength))
        kept.copy(larger, 0, 0, keptSize)
        kept = larger
      }
      piece.copy(kept, keptSize)
    }
    keptSize += piece.byteLength
  }

  return {
    announced,
    add(chunk) {
      size += chunk.byteLength
      // Not before the first byte: HEAD announces a body that does not come.
      if (size > answerLimit || (announced !== null && announced > answerLimit)) return new AnswerTooLarge()
      if (keptSize < wanted) keep(chunk.subarray(0, wanted - keptSize))
      return null
    },
    size: () => size,
    bytes: () => kept.subarray(0, keptSize),
  }
}
