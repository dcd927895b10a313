import { leadSchemas } from '@shared/lead/lead-schemas'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { rulesOf, seriousViolations } from '../helpers/axe'
import { readClipboard } from '../helpers/composer'
import { pasteSchema, schemaEditor } from '../helpers/flows'
import { leadBody } from '../helpers/inbox'
import { post } from '../helpers/post'
import { addStep, foldStep, saveFlow, startTest, typeInto } from '../helpers/steps'

test('the guide sees what is done and leads to what is next', { timeout: 180_000 }, async () => {
  const { window: page, app, problems } = await launchApp({ settings: { theme: 'light' } })
  const found: string[] = []
  const check = async (theme: 'light' | 'dark') => void found.push(...(await seriousViolations(page, rulesOf(theme))))
  await openGuide(page)
  expect(await progress(page)).toBe('0 of 14 done')
  expect(await stateOf(page, 'Make a flow')).toBe('next')
  await check('light')

  await go(page, 'Make a flow')
  await page.getByRole('textbox', { name: 'Flow name' }).fill('My leads')
  await page.keyboard.press('Enter')
  await expect.poll(() => schemaEditor(page).count()).toBe(1)
  await openGuide(page)
  await expect.poll(() => step(page, 'Make a flow').innerText()).toContain('You made the flow “My leads”.')

  // Each button leads to the very place, with the keyboard in it.
  await go(page, 'Tell it what a lead looks like')
  await expect.poll(() => focusedPlace(page)).toBe('schema')
  await pasteSchema(page, leadSchemas['2020'])
  await saveFlow(page)
  await openGuide(page)
  await expect.poll(() => step(page, 'Tell it what').innerText()).toMatch(/names \d+ fields/)
  await go(page, 'Add what happens with a lead')
  await expect.poll(() => focusedPlace(page)).toBe('actions')
  await addStep(page, 'Send an email')
  await typeInto(page, 'To', 'sales@contoso.com')
  await foldStep(page, 'Send an email')
  await saveFlow(page)
  await openGuide(page)
  await go(page, 'Copy the HTTP POST URL')
  await expect.poll(() => focusedPlace(page)).toBe('url')
  await page.keyboard.press('Enter')
  await expect.poll(() => readClipboard(app)).toContain('sig=')
  await openGuide(page)
  await expect.poll(() => stateOf(page, 'Save a request to the flow')).toBe('next')
  expect(await progress(page)).toBe('5 of 14 done')

  await go(page, 'Start a test')
  await expect.poll(() => focusedPlace(page)).toBe('test')
  await startTest(page)
  await openGuide(page)
  // A request that comes while the guide is on the screen changes it, and is told.
  await expect.poll(() => stateOf(page, 'Start a test')).toBe('done')
  await post(await readClipboard(app), leadBody({ FirstName: 'Ada' }))
  await expect.poll(() => step(page, 'See the flow run').innerText()).toContain('A run succeeded and sent a mail.')
  await expect
    .poll(() => page.getByRole('status').allInnerTexts())
    .toContainEqual(expect.stringContaining('Done: See the flow run'))
  // What fades away has other colours for a moment.
  await expect.poll(() => page.getByText('was saved').count()).toBe(0)
  await check('light')
  await page.evaluate(() => window.leadInspector.callShell('settings.change', { changes: { theme: 'dark' } }))
  await expect.poll(() => page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark')
  await check('dark')

  // Arrows go from step to step.
  await step(page, 'Send the request').getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('region', { name: 'The chosen run' }).getByRole('article').count()).toBe(1)
  expect(found).toEqual([])
  expect(problems).toEqual([])
})

async function openGuide(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Guide' }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1, name: 'Guide' }).count()).toBe(1)
}

function step(page: Page, title: string): Locator {
  return page.locator('[data-guide-step]').filter({ has: page.getByRole('heading', { name: title }) })
}

async function go(page: Page, title: string): Promise<void> {
  await step(page, title).getByRole('button').click()
}

function stateOf(page: Page, title: string): Promise<string | null> {
  return step(page, title).getAttribute('data-state')
}

function progress(page: Page): Promise<string> {
  return page.getByText(/^\d+ of \d+ done$/).innerText()
}

function focusedPlace(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place') ?? null)
}
