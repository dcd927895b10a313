import type { JsonObject } from '@shared/json-value'

/** How a file is laid out; kept when it is written again, so that a diff shows the change alone. */
export type TextStyle = {
  readonly indentation: string
  readonly endOfLine: '\n' | '\r\n'
  readonly newlineAtEnd: boolean
}

/** As Postman exports. */
export const postmanStyle: TextStyle = { indentation: '\t', endOfLine: '\n', newlineAtEnd: true }

/** The layout of a JSON text: the indentation of its first indented line, its line ends. */
export function textStyle(text: string): TextStyle {
  const indented = /\n([ \t]+)\S/.exec(text)
  return {
    // A file on one line stays on one.
    indentation: indented?.[1] ?? (text.includes('\n') || text.trim() === '' ? postmanStyle.indentation : ''),
    endOfLine: text.includes('\r\n') ? '\r\n' : '\n',
    newlineAtEnd: text.trim() === '' ? postmanStyle.newlineAtEnd : text.endsWith('\n'),
  }
}

/** A document as the text of its file. Keys stand in the order of the object, so an unchanged part is an unchanged text. */
export function collectionText(document: JsonObject, style: TextStyle = postmanStyle): string {
  const text = JSON.stringify(document, null, style.indentation)
  const lines = style.endOfLine === '\n' ? text : text.replaceAll('\n', style.endOfLine)
  return style.newlineAtEnd ? lines + style.endOfLine : lines
}
