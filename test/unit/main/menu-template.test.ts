import { type MenuCommand, menuCommands } from '@shared/contract/shell-commands'
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { menuTemplate } from '../../../src/main/menu-template'

function items(isMac: boolean): readonly MenuItemConstructorOptions[] {
  const flatten = (list: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
    list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
  return flatten(menuTemplate({ send: (command) => sent.push(command), openHelp: () => undefined }, isMac, false))
}

const sent: MenuCommand[] = []

test.each([true, false])('every command of the contract is in the menu (Mac: %s)', (isMac) => {
  const ids = items(isMac).map((item) => item.id)
  for (const command of menuCommands) expect(ids).toContain(command)
})

test.each([true, false])('no two items have the same keys (Mac: %s)', (isMac) => {
  const keys = items(isMac).flatMap((item) => (item.accelerator === undefined ? [] : [String(item.accelerator)]))
  expect(new Set(keys).size).toBe(keys.length)
})

test('an item sends its command', () => {
  const find = items(false).find((item) => item.id === 'find')
  // A click on a menu item that belongs to no window.
  Reflect.apply(find?.click ?? (() => undefined), undefined, [])
  expect(sent).toEqual(['find'])
})
