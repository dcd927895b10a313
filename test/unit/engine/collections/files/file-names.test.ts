import { expect, test } from 'vitest'
import { freeFileName, newFileName } from '../../../../../src/engine/collections/files/file-names'

const extension = '.postman_collection.json'

test.each(['Leads', '名'.repeat(200), '👩‍💻'.repeat(100), 'ä̈'.repeat(300), 'x'.repeat(5000)])(
  'a name is short enough for every file system, with room for the one that is being written: %#',
  (name) => {
    const fileName = newFileName(name, extension, [newFileName(name, extension, [])])
    expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(200)
    expect(fileName.isWellFormed()).toBe(true)
    expect(fileName.endsWith(` 2${extension}`)).toBe(true)
  },
)

test.each(['con', 'AUX', 'com1', 'LPT9', 'nul.leads', 'COM¹', 'conin$'])('%s is a device for Windows', (name) => {
  expect(newFileName(name, extension, [])).toBe(`${name}_${extension}`)
})

test('a name that differs only in its case is taken: for Windows and macOS it is the same file', () => {
  expect(freeFileName('leads.json', extension, ['Leads.json'])).toBe('leads 2.json')
  expect(freeFileName('cafe\u0301.json', extension, ['caf\u00e9.json'])).toBe('caf\u00e9 2.json')
  expect(freeFileName('leads.json', extension, ['other.json'])).toBe('leads.json')
})
