import { expect, test } from 'vitest'
import { movedRow, treeKeyCommand, typedRow } from '../../../../../src/renderer/src/composer/tree/tree-keys'

const press = (keys: string) => {
  const parts = keys.split('+')
  return treeKeyCommand({
    key: parts.at(-1) ?? '',
    shiftKey: parts.includes('Shift'),
    commandKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
  })
}

test('each key asks for its own', () => {
  expect(press('F2')).toEqual({ kind: 'rename' })
  expect(press('Delete')).toEqual({ kind: 'delete' })
  expect(press('Ctrl+d')).toEqual({ kind: 'duplicate' })
  expect(press('Alt+ArrowUp')).toEqual({ kind: 'move-up' })
  expect(press('Alt+ArrowDown')).toEqual({ kind: 'move-down' })
  expect(press('Ctrl+x')).toEqual({ kind: 'cut' })
  expect(press('Ctrl+v')).toEqual({ kind: 'paste' })
  expect(press('Shift+F10')).toEqual({ kind: 'menu' })
  expect(press('Shift+ArrowDown')).toEqual({ kind: 'move', by: 'row', forward: true, extend: true })
  expect(press('l')).toEqual({ kind: 'type', character: 'l' })
})

test('keys of the window are left to it', () => {
  expect(press('Ctrl+s')).toBeNull()
  expect(press('Ctrl+Shift+t')).toBeNull()
  expect(press('Ctrl+Tab')).toBeNull()
  expect(press('Tab')).toBeNull()
  expect(press('Shift+Delete')).toBeNull()
})

test('moves stay within the rows', () => {
  const page = { kind: 'move', by: 'page', forward: true, extend: false } as const
  expect(movedRow(page, 0, 100, 10)).toBe(9)
  expect(movedRow(page, 95, 100, 10)).toBe(99)
  expect(movedRow({ ...page, by: 'end', forward: false }, 95, 100, 10)).toBe(0)
  expect(movedRow({ ...page, by: 'row' }, null, 100, 10)).toBe(0)
})

test('typing goes to the next name that begins so; the same letter again goes on', () => {
  const names = ['Leads', 'Test lead', 'Lost', 'Validate']
  expect(typedRow(names, 0, 'l')).toBe(2)
  expect(typedRow(names, 2, 'l')).toBe(0)
  expect(typedRow(names, 2, 'll')).toBe(0)
  expect(typedRow(names, 0, 'le')).toBe(0)
  expect(typedRow(names, null, 'test l')).toBe(1)
  expect(typedRow(names, 1, 'x')).toBeNull()
})
