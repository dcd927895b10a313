import { isDeepStrictEqual } from 'node:util'
import type { JsonValue } from '@shared/json-value'

/** How rows of one kind are read from and written to a file. */
export type RowForm<Row> = {
  /** null for an entry that is no row. */
  readonly read: (raw: JsonValue) => Row | null
  /** The entry with only what differs between the rows changed. */
  readonly patch: (raw: JsonValue, from: Row, to: Row) => JsonValue
  readonly make: (row: Row) => JsonValue
}

export function readRows<Row>(list: readonly JsonValue[], form: RowForm<Row>): readonly Row[] {
  return list.map(form.read).filter((row) => row !== null)
}

/**
 * The entries of a file for new rows. Each row is matched with the entry that it comes from (the same row, else one of
 * the same name, else the one in its place), so that keys we know nothing of stay with their row.
 */
export function writeRows<Row extends { readonly name: string }>(
  list: readonly JsonValue[],
  rows: readonly Row[],
  form: RowForm<Row>,
): readonly JsonValue[] {
  const found = list
    .map((raw) => ({ raw, row: form.read(raw), used: false }))
    .filter((entry): entry is Entry<Row> => entry.row !== null)
  const sources: (Entry<Row> | undefined)[] = rows.map(() => undefined)

  function match(fits: (entry: Entry<Row>, row: Row, index: number) => boolean): void {
    rows.forEach((row, index) => {
      if (sources[index]) return
      // Most rows stay where they are: look there first.
      const here = found[index]
      const entry =
        here && !here.used && fits(here, row, index)
          ? here
          : found.find((candidate) => !candidate.used && fits(candidate, row, index))
      if (!entry) return
      entry.used = true
      sources[index] = entry
    })
  }
  match((entry, row) => isDeepStrictEqual(entry.row, row))
  match((entry, row) => entry.row.name === row.name)
  if (rows.length === found.length) match((entry, _row, index) => entry === found[index])

  return rows.map((row, index) => {
    const source = sources[index]
    if (!source) return form.make(row)
    return isDeepStrictEqual(source.row, row) ? source.raw : form.patch(source.raw, source.row, row)
  })
}

type Entry<Row> = { readonly raw: JsonValue; readonly row: Row; used: boolean }
