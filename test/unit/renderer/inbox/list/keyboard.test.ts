import { describe, expect, it } from 'vitest'
import { type ListKeyCommand, listKeyCommand, movedRow } from '../../../../../src/renderer/src/inbox/list/keyboard'

const press = (key: string, held: { shiftKey?: boolean; commandKey?: boolean; altKey?: boolean } = {}) =>
  listKeyCommand({ key, shiftKey: false, commandKey: false, altKey: false, ...held })

function move(key: string, row: number | null, held: { shiftKey?: boolean; commandKey?: boolean } = {}): number {
  const command: ListKeyCommand | null = press(key, held)
  if (command?.kind !== 'move') throw new Error(`${key} does not move`)
  return movedRow(command, row, 100, 10)
}

describe('list keyboard', () => {
  it('moves by rows, pages and to the ends, and stops there', () => {
    expect(move('ArrowDown', 3)).toBe(4)
    expect(move('j', 3)).toBe(4)
    expect(move('k', 0)).toBe(0)
    expect(move('PageDown', 3)).toBe(12)
    expect(move('PageUp', 3)).toBe(0)
    expect(move('End', 3)).toBe(99)
    expect(move('Home', 50, { commandKey: true })).toBe(0)
  })

  it('begins at the first row when no row has the keyboard', () => {
    expect(move('ArrowDown', null)).toBe(0)
    expect(move('PageDown', null)).toBe(0)
  })

  it('extends the choice with Shift', () => {
    expect(press('ArrowDown', { shiftKey: true })).toMatchObject({ kind: 'move', extend: true })
    expect(press('J', { shiftKey: true })).toMatchObject({ kind: 'move', extend: true })
  })

  it('knows the commands, and leaves other shortcuts to the window', () => {
    expect(press('a', { commandKey: true })).toEqual({ kind: 'select-all' })
    expect(press('F10', { shiftKey: true })).toEqual({ kind: 'menu' })
    expect(press('Delete')).toEqual({ kind: 'delete' })
    expect(press('F10')).toBeNull()
    expect(press('z', { commandKey: true })).toBeNull()
    expect(press('p', { commandKey: true })).toBeNull()
    expect(press('ArrowDown', { altKey: true })).toBeNull()
  })
})
