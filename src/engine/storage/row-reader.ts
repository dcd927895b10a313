import type { SqlCell, SqlRow } from './sql-value'

/** A cell that must hold a number. Throws where the table is not as its migration made it. */
export function numberAt(row: SqlRow | null, column: number): number {
  const cell = row?.[column]
  if (typeof cell !== 'number') throw unexpected(cell, 'a number')
  return cell
}

export function numberOrNullAt(row: SqlRow, column: number): number | null {
  return row[column] === null ? null : numberAt(row, column)
}

/** A cell with one of our own words (TEXT). Texts of others are bytes: see `textAt`. */
export function wordAt(row: SqlRow | null, column: number): string {
  const cell = row?.[column]
  if (typeof cell !== 'string') throw unexpected(cell, 'a word')
  return cell
}

export function wordOrNullAt(row: SqlRow, column: number): string | null {
  return row[column] === null ? null : wordAt(row, column)
}

export function bytesAt(row: SqlRow | null, column: number): Uint8Array {
  const cell = row?.[column]
  if (!(cell instanceof Uint8Array)) throw unexpected(cell, 'bytes')
  return cell
}

/** A text that was stored with `toStoredText`. */
export function textAt(row: SqlRow | null, column: number): string {
  const bytes = bytesAt(row, column)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

export function textOrNullAt(row: SqlRow, column: number): string | null {
  return row[column] === null ? null : textAt(row, column)
}

function unexpected(cell: SqlCell | undefined, wanted: string): Error {
  return new Error(`The database holds ${cell === null ? 'nothing' : typeof cell} where ${wanted} should be.`)
}
