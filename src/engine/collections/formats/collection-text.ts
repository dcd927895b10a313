import type { JsonObject } from '@shared/json-value'
import { patchText } from './patch-text'

/** How a file is laid out; kept when it is written again, so that a diff shows the change alone. */
export type TextStyle = {
  readonly indentation: string
  readonly endOfLine: '\n' | '\r\n'
  readonly newlineAtEnd: boolean
  /** As Windows' tools write it; read texts are without it. */
  readonly byteOrderMark?: boolean
  /** The text itself, where it is laid out in a way of its own (lists on one line, `\u00e9`, spaces before colons). */
  readonly found?: string
}

/** As Postman exports. */
export const postmanStyle: TextStyle = { indentation: '\t', endOfLine: '\n', newlineAtEnd: true }

/** The layout of a JSON text: the indentation of its first indented line, its line ends, or all of it. */
export function textStyle(text: string): TextStyle {
  const indented = /\n([ \t]+)\S/.exec(text)
  const style: TextStyle = {
    // A file on one line stays on one.
    indentation: indented?.[1] ?? (text.includes('\n') || text.trim() === '' ? postmanStyle.indentation : ''),
    endOfLine: text.includes('\r\n') ? '\r\n' : '\n',
    newlineAtEnd: text.trim() === '' ? postmanStyle.newlineAtEnd : text.endsWith('\n'),
  }
  return isLaidOutBy(style, text) ? style : { ...style, found: text }
}

/** A document as the text of its file. Keys stand in the order of the object, so an unchanged part is an unchanged text. */
export function collectionText(document: JsonObject, style: TextStyle = postmanStyle): string {
  const patched = style.found === undefined ? null : patchText(style.found, document, style)
  return (style.byteOrderMark ? '\ufeff' : '') + (patched ?? laidOut(document, style))
}

function laidOut(document: JsonObject, style: TextStyle): string {
  const text = JSON.stringify(document, null, style.indentation)
  const lines = style.endOfLine === '\n' ? text : text.replaceAll('\n', style.endOfLine)
  return style.newlineAtEnd ? lines + style.endOfLine : lines
}

/** True also for what is no JSON: there is nothing to keep then. */
function isLaidOutBy(style: TextStyle, text: string): boolean {
  try {
    return laidOut(JSON.parse(text), style) === text
  } catch {
    return true
  }
}
