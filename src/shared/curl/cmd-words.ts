import type { ShellCommand } from './shell-command'

/**
 * The commands of a text for Windows' cmd.exe: first its carets, then the quotes as the C library of Windows programs
 * reads them. A line break within quotes is kept, although cmd would end the command there.
 */
export function readCmdWords(text: string): readonly ShellCommand[] {
  return splitLines(text)
    .map((line) => ({ words: splitArguments(line), input: null }))
    .filter(({ words }) => words.length > 0)
}

/** The command lines, carets taken off. Within cmd's own quotes a caret is a caret. */
function splitLines(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  let isQuoted = false
  const endLine = (): void => {
    lines.push(line)
    line = ''
    isQuoted = false
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '^' && !isQuoted) {
      const rest = /^[ \t]*\r?\n(\r?\n)?/.exec(text.slice(at + 1))
      if (rest) {
        // A caret before a line end goes on in the next line; before two it stands for one of them.
        line += rest[1] ? '\n' : ''
        at += rest[0].length
      } else {
        line += text.charAt(at + 1)
        at++
      }
    } else if (!isQuoted && (sign === '\n' || sign === '&' || sign === '|')) {
      endLine()
    } else {
      if (sign === '"') isQuoted = !isQuoted
      line += sign
    }
  }
  endLine()
  return lines
}

/** The arguments of a Windows command line: `\"` is a quote, `""` within quotes too. */
function splitArguments(line: string): readonly string[] {
  const words: string[] = []
  let word: string | null = null
  let isQuoted = false
  let at = 0
  while (at < line.length) {
    const sign = line.charAt(at)
    const slashes = /^\\+/.exec(line.slice(at))?.[0].length ?? 0
    if (slashes > 0 && line.charAt(at + slashes) === '"') {
      word = (word ?? '') + '\\'.repeat(slashes >> 1)
      at += slashes
      if (slashes % 2 === 1) {
        word += '"'
        at++
      }
    } else if (slashes > 0) {
      word = (word ?? '') + '\\'.repeat(slashes)
      at += slashes
    } else if (sign === '"') {
      word ??= ''
      if (isQuoted && line.charAt(at + 1) === '"') {
        word += '"'
        at++
      } else {
        isQuoted = !isQuoted
      }
      at++
    } else if (!isQuoted && (sign === ' ' || sign === '\t' || sign === '\r')) {
      if (word !== null) words.push(word)
      word = null
      at++
    } else {
      word = (word ?? '') + sign
      at++
    }
  }
  if (word !== null) words.push(word)
  return words
}
