import { splitVisible } from '@shared/text/visible-characters'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

/** The text as a screen shows it, marks in brackets. */
function shown(text: string, keepLines = false): string {
  return splitVisible(text, keepLines)
    .map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.label}]`))
    .join('')
}

test.each([
  ['plain text', 'Some One', 'Some One'],
  ['other scripts', 'Юлия 美玲 مريم', 'Юлия 美玲 مريم'],
  ['a NUL', 'a\u0000b', 'a[␀]b'],
  ['DEL', 'a\u007fb', 'a[␡]b'],
  ['a C1 control', 'a\u0085b', 'a[U+0085]b'],
  ['a right-to-left override', 'exe\u202egpj', 'exe[U+202E]gpj'],
  ['an isolate', '\u2066a\u2069', '[U+2066]a[U+2069]'],
  ['a zero-width space and a byte order mark', '\ufeffa\u200bb', '[U+FEFF]a[U+200B]b'],
  ['a tag character', 'a\u{e0041}b', 'a[U+E0041]b'],
  ['half a surrogate pair', 'a\ud83db', 'a[U+D83D]b'],
  ['a whole surrogate pair', 'a😀b', 'a😀b'],
  ['line feed and tab', 'a\n\tb', 'a[␊][␉]b'],
  ['an emoji of several', '👩\u200d💻', '👩\u200d💻'],
  ['a joiner in Persian', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['a joiner between ASCII letters', 'ad\u200dmin', 'ad[U+200D]min'],
])('%s', (_name, text, expected) => {
  expect(shown(text)).toBe(expected)
})

test('lines stay lines where they are wanted', () => {
  expect(shown('a\r\n\tb\nc', true)).toBe('a\r\n\tb\nc')
  expect(shown('a\rb', true)).toBe('a[␍]b')
})

test('the kinds are told apart', () => {
  const kinds = splitVisible('\u0000\u202e\u200b\ud800').map((piece) => piece.kind)
  expect(kinds).toEqual(['control', 'direction', 'invisible', 'broken'])
})

test('nothing is lost and no direction mark is left, whatever comes', () => {
  const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })
  fc.assert(
    fc.property(anything, (text) => {
      const pieces = splitVisible(text)
      const back = pieces.map((piece) =>
        piece.kind === 'text' ? piece.text : String.fromCodePoint(Number.parseInt(piece.codePoint.slice(2), 16)),
      )
      expect(back.join('')).toBe(text)
      for (const piece of pieces)
        if (piece.kind === 'text') expect(piece.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }),
  )
})
