import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { textStyle } from '../../../../../src/engine/collections/formats/collection-text'
import { decodeText } from '../../../../../src/engine/collections/formats/decode-text'
import { detectFormat } from '../../../../../src/engine/collections/formats/detect-format'
import { environmentText, readEnvironmentFile } from '../../../../../src/engine/collections/formats/environment-file'
import { changedLines, fixture } from '../../../../helpers/postman-fixtures'

const text = fixture('environment.json').toString()
const variables = [
  { name: 'base', value: 'http://127.0.0.1:5323', enabled: true, secret: false, description: '' },
  { name: 'sig', value: 'geheim', enabled: true, secret: true, description: '' },
  { name: 'off', value: 'ünï 😀', enabled: false, secret: false, description: 'why' },
  { name: 'any', value: '5', enabled: true, secret: false, description: '' },
]

describe.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', iconv.encode(text, 'utf8', { addBOM: true })],
  ['UTF-16 LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16 LE', iconv.encode(text, 'utf-16le')],
  ['UTF-16 BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
  ['UTF-16 BE', iconv.encode(text, 'utf-16be')],
])('%s', (_, bytes) => {
  test('is read', () => {
    expect(detectFormat(bytes)).toBe('postman-environment')
    expect(readEnvironmentFile(new Uint8Array(bytes), 'x')).toMatchObject({ name: 'Test stage', variables })
  })
})

test('globals are told apart, and a file without a name takes that of the file', () => {
  expect(detectFormat(fixture('globals.json'))).toBe('postman-globals')
  expect(readEnvironmentFile(fixture('globals.json')).name).toBe('My Workspace Globals')
  expect(readEnvironmentFile(Buffer.from('{"values":[]}'), 'My.postman_environment.json').name).toBe('My')
})

test('writing changes what changed', () => {
  const { raw } = readEnvironmentFile(fixture('environment.json'))
  const style = textStyle(text)
  expect(environmentText(raw, { name: 'Test stage', variables }, style)).toBe(text)
  const changed = variables.map((variable) =>
    variable.name === 'any' ? { ...variable, value: '6', enabled: false } : variable,
  )
  const { gone, added } = changedLines(text, environmentText(raw, { name: 'Other', variables: changed }, style))
  expect(gone.map((line) => line.trim())).toEqual(['"name": "Test stage",', '"value": 5,', '"enabled": true,'])
  expect(added.map((line) => line.trim())).toEqual(['"name": "Other",', '"value": "6",', '"enabled": false,'])
})

test('a new environment is one that Postman reads', () => {
  const written = environmentText(null, { name: 'New', variables: variables.slice(1, 2) })
  expect(JSON.parse(written)).toEqual({
    name: 'New',
    values: [{ key: 'sig', value: 'geheim', type: 'secret', enabled: true }],
    _postman_variable_scope: 'environment',
  })
  expect(readEnvironmentFile(Buffer.from(written)).variables).toEqual(variables.slice(1, 2))
})

test.each(['[1]', '{"values":5}', '{"name":"x"}'])('%s is no environment', (foreign) => {
  expect(() => readEnvironmentFile(Buffer.from(foreign), 'a')).toThrow('import-not-known')
})

test('bytes that are no text do not stop the reading', () => {
  expect(decodeText(Buffer.from([0x7b, 0xff, 0x7d]))).toBe('{\ufffd}')
  expect(decodeText(new Uint8Array())).toBe('')
})
