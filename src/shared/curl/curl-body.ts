import type { FormDataRow, RequestBody, RequestRow } from '../request/request-template'
import type { CurlArgument } from './curl-arguments'

/** What a command sends, before it is told what kind of body that is. */
export type CurlData = {
  /** The texts of `-d` and its relatives, joined as curl does; null without any. */
  readonly text: string | null
  /** The one file that is the whole body; null where there is none. */
  readonly file: string | null
  /** Files that stand among other data and cannot be taken over. */
  readonly lostFiles: readonly string[]
}

/** The data of `-d`, `--data-raw`, `--data-binary`, `--data-urlencode` and `--json`. @param input of `@-` */
export function readData(given: readonly CurlArgument[], input: string | null): CurlData {
  const files: string[] = []
  let text: string | null = null
  for (const { name, value } of given) {
    const piece = dataPiece(name, value, input)
    if (piece === null) continue
    if (typeof piece !== 'string') files.push(piece.file)
    else if (text === null) text = piece
    // Pieces of --json follow each other as they are, others make a form.
    else text += name === 'json' ? piece : `&${piece}`
  }
  const [file] = files
  const isWhole = file !== undefined && file !== '-' && files.length === 1 && text === null
  return { text, file: isWhole ? file : null, lostFiles: isWhole ? [] : files }
}

function dataPiece(name: string, value: string, input: string | null): string | { readonly file: string } | null {
  switch (name) {
    case 'data':
    case 'data-ascii':
    case 'data-binary':
    case 'json': {
      if (!value.startsWith('@')) return value
      if (value !== '@-' || input === null) return { file: value.slice(1) }
      // -d leaves line ends out, --data-binary does not.
      return name.startsWith('data') && name !== 'data-binary' ? input.replace(/[\r\n]/g, '') : input
    }
    case 'data-raw':
      return value
    case 'data-urlencode':
      return encodedPiece(value)
    default:
      return null
  }
}

/** `content`, `=content`, `name=content`, `@file` or `name@file`: the content is encoded, the name is not. */
export function encodedPiece(value: string): string | { readonly file: string } {
  const mark = /[=@]/.exec(value)
  if (!mark) return encode(value)
  const name = value.slice(0, mark.index)
  const content = value.slice(mark.index + 1)
  if (mark[0] === '@') return { file: content }
  return name === '' ? encode(content) : `${name}=${encode(content)}`
}

/** As curl encodes; `{{variables}}` stay what they are. */
function encode(text: string): string {
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((piece, index) => {
      if (index % 2 === 1) return piece
      return encodeURIComponent(piece.toWellFormed()).replace(
        /[!'()*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      )
    })
    .join('')
}

/** A form's text as rows; null when it is none, or has bytes that are no text. */
export function formRows(text: string): readonly RequestRow[] | null {
  const rows: RequestRow[] = []
  for (const piece of text.split('&')) {
    const equals = piece.indexOf('=')
    const name = equals < 1 ? null : decode(piece.slice(0, equals))
    const value = decode(piece.slice(equals + 1))
    if (name === null || value === null) return null
    rows.push({ name, value, enabled: true, description: '' })
  }
  return rows
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/** The parts of `-F` and `--form-string`; null without any. */
export function readForm(given: readonly CurlArgument[]): Extract<RequestBody, { type: 'form-data' }> | null {
  const rows = given
    .filter(({ name }) => name === 'form' || name === 'form-string')
    .map(({ name, value }) => formPart(value, name === 'form-string'))
  return rows.length > 0 ? { type: 'form-data', rows } : null
}

function formPart(argument: string, isLiteral: boolean): FormDataRow {
  const equals = argument.indexOf('=')
  const name = equals < 0 ? argument : argument.slice(0, equals)
  const content = equals < 0 ? '' : argument.slice(equals + 1)
  const row = { name, value: content, enabled: true, description: '', contentType: '', files: null }
  if (isLiteral) return row
  const [main = '', ...attributes] = splitAttributes(content)
  const contentType =
    attributes
      .map((attribute) => /^\s*type=(.*)$/is.exec(attribute)?.[1])
      .find((type) => type !== undefined)
      ?.trim() ?? ''
  if (main.startsWith('@') || main.startsWith('<')) {
    const paths = main.startsWith('@') ? main.slice(1).split(',') : [main.slice(1)]
    return { ...row, value: '', contentType, files: paths.map((path) => ({ path: unquote(path) })) }
  }
  return { ...row, value: unquote(main), contentType }
}

/** `content;type=text/plain;filename=x`: only what curl knows as an attribute is split off. */
function splitAttributes(content: string): readonly string[] {
  const quoted = /^(@?)"((?:[^"\\]|\\[\s\S])*)"/.exec(content)
  const from = quoted ? quoted[0].length : 0
  const mark = /;\s*(?:type|filename|headers|encoder)=/i.exec(content.slice(from))
  if (!mark) return [content]
  const end = from + mark.index
  return [content.slice(0, end), ...content.slice(end + 1).split(/;(?=\s*(?:type|filename|headers|encoder)=)/i)]
}

function unquote(text: string): string {
  const quoted = /^"((?:[^"\\]|\\[\s\S])*)"$/.exec(text)
  return quoted ? (quoted[1] ?? '').replace(/\\(["\\])/g, '$1') : text
}
