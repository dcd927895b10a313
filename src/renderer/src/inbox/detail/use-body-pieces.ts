import type { LeadDetail } from '@shared/lead/lead-detail'
import { useEffect, useRef, useState } from 'react'
import { callEngine } from '../../state/bridge'

/** A body whose bytes can be asked for: of a received lead, or of an answer. */
export type BodySource = {
  /** The first bytes, which are at hand already; may be empty. */
  readonly first: Uint8Array
  readonly size: number
  /** Only the first part of the body was kept. */
  readonly isCut: boolean
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

/** The body of a lead, as received. */
export function leadBodySource({ summary, request }: LeadDetail): BodySource {
  return {
    first: request.body,
    size: request.bodySize,
    isCut: request.bodyCut,
    read: (offset, length) => callEngine('leads.body', { id: summary.id, offset, length }),
  }
}

const pieceBytes = 64 * 1024
const piecesKept = 64

/** The bytes of a body: the first ones are at hand, the others are asked for in pieces as they are looked at. */
export type BodyPieces = {
  /** Bytes of one piece of the body; undefined while they are being read. Never ask across 64 KiB borders. */
  readonly bytesAt: (offset: number, length: number) => Uint8Array | undefined
  /** Bytes that there are: of a body that was cut, only as many as were kept. */
  readonly knownSize: number
}

export function useBodyPieces({ first, size, isCut, read }: BodySource): BodyPieces {
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

  // A cut body that is smaller than a piece is all there, even if it was cut from a larger one.
  const isWhole = first.length < pieceBytes && isCut
  const knownSize = isWhole ? first.length : Math.min(size, end ?? Number.POSITIVE_INFINITY)

  const ask = (from: number) => {
    pieces.current.set(from, 'asked')
    read(from, pieceBytes).then(
      (bytes) => {
        if (!alive.current) return
        pieces.current.set(from, bytes)
        const oldest = pieces.current.keys().next()
        if (pieces.current.size > piecesKept && !oldest.done) pieces.current.delete(oldest.value)
        if (bytes.length < pieceBytes && from + bytes.length < size) {
          setEnd((before) => Math.min(before ?? Number.POSITIVE_INFINITY, Math.max(from + bytes.length, first.length)))
        }
        setArrived((count) => count + 1)
      },
      // The rows stay marked as unread; looking at them again asks again.
      () => pieces.current.delete(from),
    )
  }
  const bytesAt = (offset: number, length: number): Uint8Array | undefined => {
    if (offset + length <= first.length) return first.subarray(offset, offset + length)
    const from = offset - (offset % pieceBytes)
    const piece = pieces.current.get(from)
    if (piece === undefined) ask(from)
    return piece instanceof Uint8Array ? piece.subarray(offset - from, offset - from + length) : undefined
  }
  return { bytesAt, knownSize }
}
