import { AppError } from '@shared/app-error'
import { describe, expect, test } from 'vitest'
import { dataRow, readDataFile } from '../../../../src/engine/runner/data-file'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')

function read(content: string | Uint8Array, name = 'leads.csv') {
  const { columns, rows } = readDataFile(typeof content === 'string' ? bytes(content) : content, name)
  return { columns, rows }
}

function detailOf(content: string | Uint8Array, name = 'leads.csv'): string {
  try {
    readDataFile(typeof content === 'string' ? bytes(content) : content, name)
  } catch (error) {
    if (error instanceof AppError && error.code === 'data-not-valid') return String(error.params.detail)
    throw error
  }
  throw new Error('It was taken.')
}

const two = {
  columns: ['name', 'city'],
  rows: [
    { name: 'Ada', city: 'Köln' },
    { name: 'Bo', city: '' },
  ],
}

describe('CSV', () => {
  test.each<[string, string | Uint8Array]>([
    ['commas', 'name,city\nAda,Köln\nBo,\n'],
    ['semicolons and Windows line ends', 'name;city\r\nAda;Köln\r\nBo;\r\n'],
    ['tabs', 'name\tcity\nAda\tKöln\nBo\t\n'],
    ['bars', 'name|city\nAda|Köln\nBo|\n'],
    ['a byte order mark', '\uFEFFname,city\nAda,Köln\nBo,'],
    ['UTF-16 with its mark', Buffer.from('\uFEFFname;city\r\nAda;Köln\r\nBo;', 'utf16le')],
    ['UTF-16 without it', Buffer.from('name;city\r\nAda;Köln\r\nBo;', 'utf16le')],
    ['windows-1252', Buffer.from('name;city\r\nAda;Köln\r\nBo;', 'latin1')],
    ['empty lines, spaces around names', '\n name , city \n\nAda,Köln\n,\n\nBo,\n\n'],
    ['a line that lacks a cell', 'name,city\nAda,Köln\nBo'],
    ['columns without a name', 'name,city,,\nAda,Köln,x,\nBo,,,'],
    ["Excel's line that names the separator", 'sep=;\r\nname;city\r\nAda;Köln\r\nBo;'],
  ])('%s', (_, content) => expect(read(content)).toEqual(two))

  test('quotes keep separators, line breaks and quotes in a value', () => {
    expect(read('name,note\n"Ada, L.","one\ntwo ""three"""\nBo,"{""a"":1}"').rows).toEqual([
      { name: 'Ada, L.', note: 'one\ntwo "three"' },
      { name: 'Bo', note: '{"a":1}' },
    ])
  })

  test('one column, and values that only look like JSON', () => {
    expect(read('email\na@contoso.com\n{x}').rows).toEqual([{ email: 'a@contoso.com' }, { email: '{x}' }])
  })

  test('a column may have any name', () => {
    const [row] = readDataFile(bytes('__proto__,constructor\na,b'), 'x.csv').rows
    expect(Object.entries(row ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })

  test.each([
    ['two columns of one name', 'name, name\na,b', 'Two columns are called “name”.'],
    ['too many values', 'name,city\nAda,Köln\nBo,Rome,Italy', 'Row 3 has 3 values, but there are 2 columns.'],
    ['a quote that is not closed', 'name,city\nAda,"Köln\nBo,Rome', 'has a quote'],
    ['no names', ',,\n,,', 'The first line has no column names.'],
    ['names only', 'name,city\n', 'The file has no rows of data.'],
    ['nothing', '\uFEFF \n', 'The file is empty.'],
  ])('refused: %s', (_, content, detail) => expect(detailOf(content)).toContain(detail))

  test('refused: a spreadsheet instead of its CSV', () => {
    expect(detailOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0xff, 0xfe, 0]), 'leads.xlsx')).toContain(
      'not a text file',
    )
  })

  test('refused: more than 50 MB', () => {
    expect(detailOf(Buffer.alloc(50 * 1024 * 1024 + 1, 'a'))).toContain('larger than 50 MB')
  })
})

describe('JSON', () => {
  test('values are texts: nested ones, numbers and null as JSON', () => {
    const content =
      '[{"name":"Ada","age":36,"tags":["a"],"address":{"city":"Köln"},"none":null,"ok":true},{"name":"Bo","more":"x"}]'
    expect(read(content, 'leads.json')).toEqual({
      columns: ['name', 'age', 'tags', 'address', 'none', 'ok', 'more'],
      rows: [
        { name: 'Ada', age: '36', tags: '["a"]', address: '{"city":"Köln"}', none: 'null', ok: 'true' },
        { name: 'Bo', more: 'x' },
      ],
    })
  })

  test('is told by its content when the name does not tell', () => {
    expect(read('\uFEFF [{"a":"1"}]', 'leads').rows).toEqual([{ a: '1' }])
  })

  test.each([
    ['one object', '{"a":1}', 'one JSON value instead of a list'],
    ['a list of others', '[{"a":1},2]', 'Item 2 of the list is not an object.'],
    ['broken JSON', '[{"a":1},', 'The file is not JSON.'],
    ['an empty list', '[]', 'The file has no rows of data.'],
  ])('refused: %s', (_, content, detail) => expect(detailOf(content, 'leads.json')).toContain(detail))
})

test('past the last row the last one is used again', () => {
  const file = readDataFile(bytes('n\n1\n2\n'), 'n.csv')
  expect([1, 2, 3, 9].map((iteration) => dataRow(file, iteration).n)).toEqual(['1', '2', '2', '2'])
})
