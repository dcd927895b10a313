import Papa from 'papaparse'
import { type DataTable, dataNotValid } from './data-table'

/**
 * A CSV text as rows. The first line has the column names; empty lines and columns without a name are left out, cells
 * that a line lacks are empty. Excel's `sep=;` line is understood.
 * @throws AppError `data-not-valid` {detail}
 */
export function readCsvRows(text: string): DataTable {
  const separator = /^sep=(.)\r?\n/i.exec(text)
  const parsed = Papa.parse<string[]>(separator ? text.slice(separator[0].length) : text, {
    delimiter: separator?.[1] ?? '',
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  })
  refuseBrokenQuotes(parsed.errors)
  const [head = [], ...lines] = parsed.data
  const names = head.map((name) => name.trim())
  const columns = names.filter((name) => name !== '')
  if (columns.length === 0) throw dataNotValid('The first line has no column names.')
  refuseTwice(columns)
  const rows = lines.map((line, at) => {
    // Line numbers of a file with line breaks inside quotes differ, so rows are counted as a spreadsheet does.
    if (line.slice(names.length).some((cell) => cell.trim() !== '')) {
      throw dataNotValid(
        `Row ${at + 2} has ${line.length} values, but there are ${names.length} columns. A value with the separator in it needs quotes around it.`,
      )
    }
    return Object.fromEntries(
      names.flatMap((name, column) => (name === '' ? [] : [[name, line[column] ?? ''] as const])),
    )
  })
  return { columns, rows }
}

function refuseBrokenQuotes(errors: readonly Papa.ParseError[]): void {
  const broken = errors.find((error) => error.type === 'Quotes')
  if (!broken) return
  throw dataNotValid(
    `Row ${(broken.row ?? 0) + 1} has a quote (") that is opened and not closed, or stands inside a value.`,
  )
}

function refuseTwice(columns: readonly string[]): void {
  const met = new Set<string>()
  const twice = columns.find((name) => met.size === met.add(name).size)
  if (twice !== undefined) throw dataNotValid(`Two columns are called “${twice}”.`)
}
