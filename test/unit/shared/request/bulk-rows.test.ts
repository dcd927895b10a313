import { rowsToText, textToRows } from '@shared/request/bulk-rows'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('reads what people paste', () => {
  const text = 'Content-Type: application/json\r\n//X-Old: 1\n\nX-Empty:\nX-Time: 10:30\nNoValue\n  second line'
  expect(textToRows(text, [{ name: 'X-Old', value: '', enabled: true, description: 'why' }])).toEqual([
    { name: 'Content-Type', value: 'application/json', enabled: true, description: '' },
    { name: 'X-Old', value: '1', enabled: false, description: 'why' },
    { name: 'X-Empty', value: '', enabled: true, description: '' },
    { name: 'X-Time', value: '10:30', enabled: true, description: '' },
    { name: 'NoValue', value: '\nsecond line', enabled: true, description: '' },
  ])
})

test('rows survive the way over text', () => {
  const rows = [
    { name: 'a:b', value: ' x', enabled: true, description: 'd' },
    { name: '//c', value: '{{v}}\n  indented', enabled: false, description: '' },
    { name: 'C:\\new', value: 'C:\\new', enabled: true, description: '' },
  ]
  expect(textToRows(rowsToText(rows), rows)).toEqual(rows)
  const text = fc.string({ unit: 'grapheme', maxLength: 10 })
  const row = fc.record({
    name: text.filter((name) => name.trim() === name && name !== ''),
    value: text.map((value) => value.replace(/\r\n?/g, '\n')),
    enabled: fc.boolean(),
    description: fc.constant(''),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (given) => {
      expect(textToRows(rowsToText(given), given)).toEqual(given)
    }),
  )
})
