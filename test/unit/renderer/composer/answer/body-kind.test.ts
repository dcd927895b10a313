import { expect, test } from 'vitest'
import { bodyKind, charsetOf, modesOf } from '../../../../../src/renderer/src/composer/answer/body-kind'
import { prettyText } from '../../../../../src/renderer/src/composer/answer/pretty-text'
import { suggestFile } from '../../../../../src/renderer/src/composer/answer/save-answer-body'
import { answer } from '../../../../helpers/history-entries'

const withType = (type: string, bodyText: string | null, bodySize = 10) =>
  answer({ headers: type === '' ? [] : [['content-type', type]], bodyText, bodySize })

test.each([
  ['application/json; charset=utf-8', '{"a":1}', 'json'],
  ['application/problem+json', '{}', 'json'],
  ['text/xml', '<a/>', 'xml'],
  ['application/atom+xml', '<a/>', 'xml'],
  ['text/html', '<p>', 'html'],
  ['text/plain', ' [1]', 'json'],
  ['text/plain', 'hello', 'text'],
  ['', '<!DOCTYPE html><p>', 'html'],
  ['', '<?xml version="1.0"?><a/>', 'xml'],
  ['image/png', null, 'image'],
  ['image/svg+xml', '<svg/>', 'image'],
  ['application/octet-stream', null, 'binary'],
] as const)('a body of %s that begins with %s is %s', (type, text, kind) => {
  expect(bodyKind(withType(type, text))).toBe(kind)
})

test('an empty body has no modes', () => {
  expect(bodyKind(withType('application/json', '', 0))).toBe('empty')
  expect(modesOf('empty', true)).toEqual([])
})

test('an unknown charset is read as UTF-8', () => {
  expect(charsetOf(withType('text/plain; charset="ISO-8859-1"', ''))).toBe('windows-1252')
  expect(charsetOf(withType('text/plain; charset=klingon', ''))).toBe('utf-8')
})

test('JSON is set on lines, what only says that it is JSON is left as it came', () => {
  expect(prettyText('{"b":1.0,"a":[]}', 'json', false)).toBe('{\n  "b": 1.0,\n  "a": []\n}')
  expect(prettyText('{"b":', 'json', false)).toBeNull()
  expect(prettyText('[{"b":', 'json', true)).toContain('\n')
  expect(prettyText('oops', 'json', true)).toBeNull()
})

test('the name of a saved body follows its type, or the server when its name is plain', () => {
  expect(suggestFile(withType('application/json', '{}'))).toEqual({ suggestedName: 'answer.json', extension: 'json' })
  expect(suggestFile(withType('image/svg+xml', '<svg/>')).extension).toBe('svg')
  const named = (name: string) =>
    suggestFile(answer({ headers: [['Content-Disposition', `attachment; filename="${name}"`]], bodySize: 1 }))
  expect(named('report 1.pdf').suggestedName).toBe('report 1.pdf')
  expect(named('../../evil.sh').suggestedName).toBe('answer.txt')
})
