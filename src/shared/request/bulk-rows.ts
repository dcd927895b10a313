import type { RequestRow } from './request-template'

/**
 * Rows as text, one a line: `name: value`. A line of a row that is switched off begins with `//`. Further lines of a
 * value are indented by two spaces. A backslash keeps a colon (or a backslash) in a name from meaning something.
 */
export function rowsToText(rows: readonly RequestRow[]): string {
  return rows
    .filter((row) => row.name !== '' || row.value !== '')
    .map((row) => `${row.enabled ? '' : '// '}${escapeName(row.name)}: ${row.value.replace(/\r\n|\r|\n/g, '\n  ')}`)
    .join('\n')
}

/** The rows of a text. Descriptions, which the text does not show, come from the rows of the same names before. */
export function textToRows(text: string, before: readonly RequestRow[]): readonly RequestRow[] {
  const unused = [...before]
  const rows: { name: string; value: string; enabled: boolean }[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = rows.at(-1)
    if (last && line.startsWith('  ')) {
      last.value += `\n${line.slice(2)}`
      continue
    }
    if (line.trim() === '') continue
    rows.push(readLine(line))
  }
  return rows.map((row) => {
    const at = unused.findIndex((old) => old.name === row.name)
    const [old] = at >= 0 ? unused.splice(at, 1) : []
    return { ...row, description: old?.description ?? '' }
  })
}

function readLine(line: string): { name: string; value: string; enabled: boolean } {
  const isOff = /^\s*\/\//.test(line)
  const content = isOff ? line.replace(/^\s*\/\/ ?/, '') : line
  const name = /^(?:[^\\:]|\\.?)*/.exec(content)?.[0] ?? ''
  const value = content.slice(name.length + 1)
  return { name: unescapeName(name), value: value.startsWith(' ') ? value.slice(1) : value, enabled: !isOff }
}

function escapeName(name: string): string {
  return name
    .replace(/[\\:]/g, '\\$&')
    .replace(/^[/\s]/, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
}

function unescapeName(name: string): string {
  const trimmed = name.replace(/^\s+/, '').replace(/((?:^|[^\\])(?:\\\\)*)\s+$/, '$1')
  return trimmed.replace(/\\(.?)/gs, (_, kept: string) => (kept === 'n' ? '\n' : kept === 'r' ? '\r' : kept))
}
