import { expect, test } from 'vitest'
import { markedText } from '../../../../src/renderer/src/ui/marked-text'

test('characters that turn or hide the text are spelled out, all others stay', () => {
  expect(markedText('Evil \u202Eeman 陳 <b>')).toBe('Evil [U+202E]eman 陳 <b>')
})

test('long text is cut', () => {
  expect(markedText('abcdef', 3)).toBe('abc…')
  expect(markedText('abc', 3)).toBe('abc')
})
