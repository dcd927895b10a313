import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '@shared/app-error'
import { findApprovedFile } from './approved-file'
import { multipartPieces } from './multipart'
import type { PreparedBody } from './prepared-request'

/** A piece of a body: bytes at hand, or a file of which `size` bytes are sent. */
export type BodyPiece =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string; readonly size: number }

/** A body that can be sent several times: after a redirect, or over a new connection. */
export type BodySource = {
  readonly size: number
  readonly pieces: readonly BodyPiece[]
  /** Its first bytes, for the record of what was sent. */
  readonly beginning: Uint8Array
}

/** How much of the body is kept as {@link BodySource.beginning}. */
const keptBeginning = 256 * 1024

export const noBody: BodySource = { size: 0, pieces: [], beginning: new Uint8Array(0) }

/**
 * A body ready to be sent. At once for bytes; files are looked at first.
 * @throws AppError `file-not-chosen` {path}, `file-unreadable` {path}
 */
export function bodySource(
  body: PreparedBody,
  isApproved: (path: string) => boolean,
): BodySource | Promise<BodySource> {
  switch (body.kind) {
    case 'none':
      return noBody
    case 'bytes':
      return body.bytes.byteLength === 0
        ? noBody
        : {
            size: body.bytes.byteLength,
            pieces: [{ kind: 'bytes', bytes: body.bytes }],
            beginning: body.bytes.subarray(0, keptBeginning),
          }
    case 'file':
      return filePiece(body.path, isApproved).then((piece) => fromPieces([piece]))
    case 'multipart':
      return multipartPieces(body, (path) => filePiece(path, isApproved)).then(fromPieces)
  }
}

async function filePiece(path: string, isApproved: (path: string) => boolean): Promise<BodyPiece> {
  const found = await findApprovedFile(path, isApproved)
  return { kind: 'file', path: found.path, size: found.size }
}

async function fromPieces(pieces: readonly BodyPiece[]): Promise<BodySource> {
  const size = pieces.reduce((total, piece) => total + sizeOf(piece), 0)
  const beginning: Uint8Array[] = []
  let wanted = keptBeginning
  for (const piece of pieces) {
    if (wanted <= 0) break
    const bytes = piece.kind === 'bytes' ? piece.bytes.subarray(0, wanted) : await readBeginning(piece, wanted)
    beginning.push(bytes)
    wanted -= bytes.byteLength
  }
  return { size, pieces, beginning: Buffer.concat(beginning) }
}

function sizeOf(piece: BodyPiece): number {
  return piece.kind === 'bytes' ? piece.bytes.byteLength : piece.size
}

async function readBeginning(piece: Extract<BodyPiece, { kind: 'file' }>, wanted: number): Promise<Uint8Array> {
  try {
    const file = await open(piece.path)
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(wanted, piece.size)))
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new AppError('file-unreadable', { path: piece.path }, { cause: error })
  }
}

const sliceSize = 64 * 1024

/**
 * The body's bytes in slices of 64 KiB. A file that has become longer is cut where it ended, so that the length that was
 * announced holds. @throws AppError `file-unreadable` {path}, also when the file has become shorter
 */
export async function* readSlices(source: BodySource): AsyncGenerator<Uint8Array, void, undefined> {
  for (const piece of source.pieces) {
    if (piece.kind === 'file') yield* readFileSlices(piece)
    else {
      for (let at = 0; at < piece.bytes.byteLength; at += sliceSize) yield piece.bytes.subarray(at, at + sliceSize)
    }
  }
}

async function* readFileSlices(
  piece: Extract<BodyPiece, { kind: 'file' }>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (piece.size === 0) return
  let read = 0
  try {
    for await (const chunk of createReadStream(piece.path, { end: piece.size - 1, highWaterMark: sliceSize })) {
      const bytes: Uint8Array = chunk
      read += bytes.byteLength
      yield bytes
    }
    if (read < piece.size) throw new Error('the file has become shorter')
  } catch (error) {
    throw new AppError('file-unreadable', { path: piece.path }, { cause: error })
  }
}
