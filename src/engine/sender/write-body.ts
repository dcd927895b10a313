import { once } from 'node:events'
import type { ClientRequest } from 'node:http'
import { type BodySource, readSlices } from './body-source'

/** Up to this size a body is handed over in one piece, with the request's head. */
const smallBody = 64 * 1024

/**
 * Writes the body and ends the request; large ones in slices that wait for the network, so that memory stays flat and
 * the progress is true. What fails goes to `onError`.
 * @param isOver true once the answer has come or the send was stopped: the rest is not written
 */
export function writeBody(
  asking: ClientRequest,
  source: BodySource,
  isOver: () => boolean,
  onSent: ((bytes: number) => void) | null,
  onError: (error: unknown) => void,
): void {
  const [first] = source.pieces
  if (first === undefined) {
    asking.end()
  } else if (source.pieces.length === 1 && first.kind === 'bytes' && first.bytes.byteLength <= smallBody) {
    asking.end(first.bytes)
    onSent?.(first.bytes.byteLength)
  } else writeSlices(asking, source, isOver, onSent).catch(onError)
}

async function writeSlices(
  asking: ClientRequest,
  source: BodySource,
  isOver: () => boolean,
  onSent: ((bytes: number) => void) | null,
): Promise<void> {
  let sent = 0
  for await (const slice of readSlices(source)) {
    if (isOver() || asking.destroyed) return
    const goesOn = asking.write(slice)
    sent += slice.byteLength
    if (!goesOn) await drained(asking)
    onSent?.(sent)
  }
  if (!isOver()) asking.end()
}

/** Resolves also when the request is destroyed, which is told elsewhere. */
async function drained(asking: ClientRequest): Promise<void> {
  const over = new AbortController()
  try {
    await Promise.race([once(asking, 'drain', { signal: over.signal }), once(asking, 'close', { signal: over.signal })])
  } catch (error) {
    // `once` rejects with the request's error, which its own listener reports.
    if (!asking.destroyed) throw error
  } finally {
    over.abort()
  }
}
