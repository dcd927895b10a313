import { readAnsiCQuote } from './ansi-c-quote'
import type { ShellCommand } from './shell-command'

const commandEnds = new Set(['\n', ';', '|', '&'])

/**
 * The commands of a bash text. Nothing is run or expanded: `$NAME` and `` `…` `` stay as they are written. A backtick at
 * the end of a line is PowerShell's continuation and is taken as one.
 */
export function readBashWords(text: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = []
  let words: string[] = []
  let word: string | null = null
  let input: string | null = null
  const hereDocuments: { readonly end: string; readonly stripTabs: boolean }[] = []
  let at = 0

  const add = (piece: string): void => {
    word = (word ?? '') + piece
  }
  const endWord = (): void => {
    if (word !== null) words.push(word)
    word = null
  }
  const endCommand = (isPipe = false): void => {
    endWord()
    const output = isPipe ? outputOf(words) : null
    if (words.length > 0) commands.push({ words, input })
    words = []
    input = output
  }

  while (at < text.length) {
    const sign = text.charAt(at)
    const next = text.charAt(at + 1)
    if ((sign === '\\' || sign === '`') && /^\r?\n/.test(text.slice(at + 1, at + 3))) {
      at = text.indexOf('\n', at) + 1
    } else if (sign === '\\') {
      add(next)
      at += 2
    } else if (sign === "'") {
      const end = endOf(text.indexOf("'", at + 1), text)
      add(text.slice(at + 1, end))
      at = end + 1
    } else if (sign === '$' && next === "'") {
      const quoted = readAnsiCQuote(text, at + 2)
      add(quoted.text)
      at = quoted.end
    } else if (sign === '"' || (sign === '$' && next === '"')) {
      const quoted = readDoubleQuote(text, sign === '"' ? at + 1 : at + 2)
      add(quoted.text)
      at = quoted.end
    } else if (sign === '#' && word === null) {
      at = endOf(text.indexOf('\n', at), text)
    } else if (sign === '<' && word === null && next === '<') {
      at = readInput()
    } else if ((sign === '>' || sign === '<') && (word === null || /^\d$/.test(word))) {
      word = null
      at = skipRedirection(text, at)
    } else if (commandEnds.has(sign)) {
      if (sign === '\n' && hereDocuments.length > 0) at = readHereDocuments(at + 1)
      else at++
      // After a pipe the command may go on in the next line.
      if (sign !== '\n' || word !== null || words.length > 0) endCommand(sign === '|')
    } else if (sign === ' ' || sign === '\t' || sign === '\r') {
      endWord()
      at++
    } else {
      add(sign)
      at++
    }
  }
  endCommand()
  return commands

  /** `<<<word` is its text and a line end; `<<END` the lines until one that says END. Gives where to go on. */
  function readInput(): number {
    if (text.charAt(at + 2) === '<') {
      const found = readOneWord(text, at + 3)
      input = `${found.word}\n`
      return found.end
    }
    const stripTabs = text.charAt(at + 2) === '-'
    const found = readOneWord(text, at + (stripTabs ? 3 : 2))
    hereDocuments.push({ end: found.word, stripTabs })
    return found.end
  }

  function readHereDocuments(from: number): number {
    let position = from
    for (const { end, stripTabs } of hereDocuments.splice(0)) {
      const lines: string[] = []
      while (position < text.length) {
        const lineEnd = endOf(text.indexOf('\n', position), text)
        const line = text.slice(position, lineEnd).replace(/\r$/, '')
        const shown = stripTabs ? line.replace(/^\t+/, '') : line
        position = lineEnd + 1
        if (shown === end) break
        lines.push(`${shown}\n`)
      }
      input = lines.join('')
    }
    return position
  }
}

/** What a command writes, for the simple ones that bodies are piped in with; null where it cannot be known. */
function outputOf(words: readonly string[]): string | null {
  const [name, first = '', ...rest] = words
  if (name === 'echo' && first === '-n') return rest.join(' ')
  if (name === 'echo' && !/^-[eE]/.test(first)) return `${words.slice(1).join(' ')}\n`
  if (name !== 'printf') return null
  if (first === '%s') return rest.join('')
  return rest.length === 0 && !/[%\\]/.test(first) ? first : null
}

/** In double quotes a backslash only counts before `$`, a backtick, `"`, itself and a line end. */
function readDoubleQuote(text: string, from: number): { readonly text: string; readonly end: number } {
  let quoted = ''
  let at = from
  while (at < text.length && text.charAt(at) !== '"') {
    const next = text.charAt(at + 1)
    if (text.charAt(at) !== '\\') {
      quoted += text.charAt(at)
      at++
    } else if (next === '\n') {
      at += 2
    } else {
      quoted += '$`"\\'.includes(next) ? next : `\\${next}`
      at += 2
    }
  }
  return { text: quoted, end: at + 1 }
}

/** The word after a sign such as `<<<`, with its quotes taken off. */
function readOneWord(text: string, from: number): { readonly word: string; readonly end: number } {
  let start = from
  while (text.charAt(start) === ' ' || text.charAt(start) === '\t') start++
  const piece = /^(?:'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]|[^\s'"\\;|&<>])+/.exec(text.slice(start))?.[0] ?? ''
  return { word: readBashWords(piece)[0]?.words[0] ?? '', end: start + piece.length }
}

/** `> file`, `2>&1`, `&> file`: where the answer goes is no matter here. */
function skipRedirection(text: string, from: number): number {
  const sign = /^[<>]+[&|]?/.exec(text.slice(from))?.[0] ?? ''
  return readOneWord(text, from + sign.length).end
}

function endOf(index: number, text: string): number {
  return index < 0 ? text.length : index
}
