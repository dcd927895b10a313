import type { VariableScope } from '@shared/variables/variable-scope'
import { decodeText } from '../ingest/decode-text'
import { type DataRow, type DataTable, dataNotValid } from './data-table'
import { readCsvRows } from './read-csv-rows'
import { readJsonRows } from './read-json-rows'

export type DataFile = DataTable & { readonly name: string }

/** Larger files are refused, since they are read whole. */
const dataFileLimit = 50 * 1024 * 1024

const most = 1_000_000

/**
 * Reads a CSV file (comma, semicolon, tab or bar, with or without a byte order mark, UTF-8, UTF-16 or windows-1252) or a
 * JSON file that holds a list of objects.
 * @throws AppError `data-not-valid` {detail}
 */
export function readDataFile(bytes: Uint8Array, name: string): DataFile {
  refuseTooLarge(bytes.length)
  const text = textOf(bytes)
  if (text.trim() === '') throw dataNotValid('The file is empty.')
  const table = isJson(text, name) ? readJsonRows(text) : readCsvRows(text)
  if (table.rows.length === 0) throw dataNotValid('The file has no rows of data.')
  if (table.rows.length > most) throw dataNotValid('The file has more than 1,000,000 rows.')
  return { ...table, name }
}

/** @throws AppError `data-not-valid` for a file of more bytes than are read */
export function refuseTooLarge(size: number): void {
  if (size > dataFileLimit) throw dataNotValid('The file is larger than 50 MB. Split it into smaller files.')
}

/** The row of an iteration (from 1). Past the end the last row is used again, as Postman's `getIterationData` does. */
export function dataRow(table: DataTable, iteration: number): DataRow {
  return table.rows[Math.min(iteration, table.rows.length) - 1] ?? {}
}

/** A row as the scope that wins over all others. */
export function dataScope(file: DataFile, iteration: number): VariableScope {
  const variables = Object.entries(dataRow(file, iteration)).map(([name, value]) => ({
    name,
    value,
    enabled: true,
    secret: false,
  }))
  return { kind: 'data', from: file.name, variables }
}

function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes, null)
  // UTF-16 without its mark: as text of another charset it would hold NULs.
  const text = decoded.text ?? decodeText(bytes, 'utf-16').text ?? ''
  if (text.includes('\0')) throw dataNotValid('The file is not a text file. Save the table as CSV first.')
  return text
}

function isJson(text: string, name: string): boolean {
  if (/\.(csv|tsv|txt)$/i.test(name)) return false
  return /\.json$/i.test(name) || /^\s*[[{]/.test(text)
}
