import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Opens the flows' view with its shortcut and waits until its editor is there. */
export async function openFlows(page: Page): Promise<void> {
  // The shortcut is heard from the first paint on.
  await expect.poll(() => page.getByRole('button', { name: 'Flows', exact: true }).count()).toBe(1)
  await page.keyboard.press('Control+3')
  await expect.poll(() => schemaEditor(page).count()).toBe(1)
}

export function flowList(page: Page): Locator {
  return page.getByRole('list', { name: 'My flows' })
}

/** The flow of a name in the list. */
export function flowRow(page: Page, name: string): Locator {
  return flowList(page)
    .getByRole('listitem')
    .filter({ has: page.locator('[data-flow]').getByText(name, { exact: true }) })
}

export function schemaEditor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Request Body JSON Schema' })
}

/** Makes the schema in the editor this text, as if pasted. */
export async function pasteSchema(page: Page, text: string): Promise<void> {
  await schemaEditor(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

/** Chooses something of a flow's menu. */
export async function chooseInMenu(page: Page, name: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: `Menu of ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Makes a flow in the view's dialog. */
export async function makeFlow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('textbox', { name: 'Flow name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect.poll(() => flowRow(page, name).locator('[aria-current]').count()).toBe(1)
}
