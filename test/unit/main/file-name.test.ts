import { expect, test } from 'vitest'
import { safeFileName } from '../../../src/main/file-name'

test.each([
  ['leads 2026-01-02', 'csv', 'leads 2026-01-02.csv'],
  ['leads.csv', 'csv', 'leads.csv'],
  ['../../etc/passwd', 'jsonl', '-..-etc-passwd.jsonl'],
  ['a:b*c?"<>|\u0000\u202E', 'har', 'a-b-c-------.har'],
  ['...', 'csv', 'leads.csv'],
])('%j with %s becomes %s', (suggested, extension, expected) => {
  expect(safeFileName(suggested, extension)).toBe(expected)
})
