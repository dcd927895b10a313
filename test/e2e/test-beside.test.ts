import { expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from '../helpers/app'
import { seriousViolations } from '../helpers/axe'
import { makeFlow, openFlows } from '../helpers/flows'
import { addStep, saveFlow } from '../helpers/steps'

const panel = ({ window }: LaunchedApp) => window.getByRole('region', { name: 'The test beside the composer' })

/** *Test > Test beside the composer* with the keyboard. */
async function startBeside(launched: LaunchedApp): Promise<void> {
  await launched.window.getByRole('button', { name: 'Test', exact: true }).focus()
  await launched.window.keyboard.press('Enter')
  await launched.window.getByRole('menuitem', { name: /beside the composer/ }).press('Enter')
  await expect.poll(() => panel(launched).getByText('The test waits for a request').count()).toBe(1)
}

test('a test beside the composer waits, ends with Send, shows the run, and is remembered in its size', async () => {
  const launched = await launchApp()
  const { window: page, problems } = launched
  await openFlows(page)
  await makeFlow(page, 'Second')
  await addStep(page, 'Create a new record')
  await saveFlow(page)
  await startBeside(launched)
  expect(await panel(launched).evaluate((section) => section === document.activeElement)).toBe(true)
  expect(await seriousViolations(page)).toEqual([])

  await panel(launched).getByRole('button', { name: 'Open a request to this flow' }).press('Enter')
  // Send is reached from the request, which has the keyboard now.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Test of Second')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => panel(launched).getByText('Your flow ran successfully.').count()).toBe(1)
  await expect.poll(() => panel(launched).getByRole('article', { name: 'Create a new record' }).count()).toBe(1)
  expect(await seriousViolations(page)).toEqual([])

  const separator = page.getByRole('separator', { name: 'Size of the test beside the composer' })
  const width = async () => (await panel(launched).boundingBox())?.width ?? 0
  const before = await width()
  await separator.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBeGreaterThan(before)
  const wider = await width()

  await panel(launched).getByRole('button', { name: 'Close the test' }).focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => panel(launched).count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab')

  await page.keyboard.press('Control+3')
  await startBeside(launched)
  await expect.poll(async () => Math.abs((await width()) - wider)).toBeLessThan(2)
  await panel(launched).getByRole('button', { name: 'Stop the test and close' }).click()
  await page.keyboard.press('Control+3')
  await expect.poll(() => page.getByRole('tab', { name: 'Run history' }).count()).toBe(1)
  expect(await page.getByText('The test waits').count()).toBe(0)
  expect(problems).toEqual([])
})
