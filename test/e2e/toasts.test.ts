import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { flowRow, makeFlow, openFlows } from '../helpers/flows'

test('Tab goes through a toast and on, both ways, and closing it gives the focus back', async () => {
  const { window: page, problems } = await launchApp()
  await openFlows(page)
  await makeFlow(page, 'Spare')
  await flowRow(page, 'Spare').getByRole('button').first().press('Delete')
  const toast = page.getByRole('listitem').filter({ hasText: '“Spare” was deleted' })
  await expect.poll(() => toast.count()).toBe(1)
  const hasFocus = () => toast.evaluate((element) => element.contains(document.activeElement))
  const close = toast.getByRole('button', { name: 'Close' })
  await close.focus()
  await page.keyboard.press('Tab')
  expect(await toast.getByRole('button', { name: 'Undo' }).evaluate((undo) => undo === document.activeElement)).toBe(
    true,
  )
  await page.keyboard.press('Tab')
  expect(await hasFocus()).toBe(false)
  await close.focus()
  await page.keyboard.press('Shift+Tab')
  expect(await hasFocus()).toBe(false)

  const row = flowRow(page, 'Default').getByRole('button').first()
  await row.focus()
  await close.focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => toast.count()).toBe(0)
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(problems).toEqual([])
})
