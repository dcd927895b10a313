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
  const kept: Buffer[] = []
  const wanted = response.headers['content-encoding'] === undefined ? keepBytes : answerLimit
  let size = 0
  let keptSize = 0
  return {
    announced: Number.isFinite(length) ? length : null,
    add(chunk) {
      size += chunk.byteLength
      if (size > answerLimit) return new AnswerTooLarge()
      if (keptSize < wanted) {
        const piece = chunk.subarray(0, wanted - keptSize)
        kept.push(piece)
        keptSize += piece.byteLength
      }
      return null
    },
    size: () => size,
    bytes: () => {
      const [only] = kept
      return kept.length === 1 && only !== undefined ? only : Buffer.concat(kept)
    },
  }
}
