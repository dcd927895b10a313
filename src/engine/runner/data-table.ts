import { AppError } from '@shared/app-error'

export type DataRow = Readonly<Record<string, string>>

/** Rows of values by column; each row is for one iteration. A row of a JSON file may lack a column. */
export type DataTable = { readonly columns: readonly string[]; readonly rows: readonly DataRow[] }

/** @param detail what is wrong, as a sentence */
export function dataNotValid(detail: string): AppError {
  return new AppError('data-not-valid', { detail })
}
