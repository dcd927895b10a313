import type { LeadDetail } from '@shared/lead/lead-detail'
import { useEffect, useRef, useState } from 'react'
import { callEngine } from '../../state/bridge'

const pieceBytes = 64 * 1024
const piecesKept = 64

/** The bytes of a body: the first ones came with the detail, the others are asked for in pieces as they are looked at. */
export type BodyPieces = {
  /** Bytes of one piece of the body; undefined while they are being read. Never ask across 64 KiB borders. */
  readonly bytesAt: (offset: number, length: number) => Uint8Array | undefined
  /** Bytes that there are: of a body that was cut, only as many as were kept. */
  readonly knownSize: number
}

export function useBodyPieces({ summary, request }: LeadDetail): BodyPieces {
  const pieces = useRef(new Map<number, Uint8Array | 'asked'>())
  const alive = useRef(true)
  const [end, setEnd] = useState<number | null>(null)
  const [, setArrived] = useState(0)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  // A body that is smaller than what travels with the detail is all there, even if it was cut from a larger one.
  const isWhole = request.body.length < pieceBytes && request.bodyCut
  const knownSize = isWhole ? request.body.length : Math.min(request.bodySize, end ?? Number.POSITIVE_INFINITY)

  const ask = (from: number) => {
    pieces.current.set(from, 'asked')
    callEngine('leads.body', { id: summary.id, offset: from, length: pieceBytes }).then(
      (bytes) => {
        if (!alive.current) return
        pieces.current.set(from, bytes)
        const oldest = pieces.current.keys().next()
        if (pieces.current.size > piecesKept && !oldest.done) pieces.current.delete(oldest.value)
        if (bytes.length < pieceBytes && from + bytes.length < request.bodySize) {
          setEnd((before) =>
            Math.min(before ?? Number.POSITIVE_INFINITY, Math.max(from + bytes.length, request.body.length)),
          )
        }
        setArrived((count) => count + 1)
      },
      // The rows stay marked as unread; looking at them again asks again.
      () => pieces.current.delete(from),
    )
  }
  const bytesAt = (offset: number, length: number): Uint8Array | undefined => {
    if (offset + length <= request.body.length) return request.body.subarray(offset, offset + length)
    const from = offset - (offset % pieceBytes)
    const piece = pieces.current.get(from)
    if (piece === undefined) ask(from)
    return piece instanceof Uint8Array ? piece.subarray(offset - from, offset - from + length) : undefined
  }
  return { bytesAt, knownSize }
}
