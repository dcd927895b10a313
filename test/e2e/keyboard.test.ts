import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { openFlows } from '../helpers/flows'
import { leadBody, openLead, openTab } from '../helpers/inbox'
import { post } from '../helpers/post'
import { fieldOf, openTool } from '../helpers/steps'

/** What has the keyboard: the part of the page that it is in, by the attribute that names such a part. */
function focusedIn(page: Page, attribute: string): Promise<string | null> {
  return page.evaluate((name) => document.activeElement?.closest(`[${name}]`)?.getAttribute(name) ?? null, attribute)
}

/** Where the keyboard goes with the next press of Tab, by its label or text. */
async function nextStop(page: Page): Promise<string | null> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? null
  })
}

test('the keyboard goes along with what it has asked for', async () => {
  const { window: page, flowUrl, problems } = await launchApp()
  await post(flowUrl, leadBody({ LastName: 'Byron' }))
  await page.getByRole('button', { name: 'Copy URL' }).focus()

  // Into the view, not out of the page.
  await page.keyboard.press('Control+3')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  await expect.poll(() => page.getByRole('textbox', { name: 'Request Body JSON Schema' }).count()).toBe(1)
  expect(await nextStop(page)).toBe('New')

  // To the step that was added, and from there into its form.
  await page.getByRole('button', { name: 'New step' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: /^Send an email/ }).press('Enter')
  await expect.poll(() => focusedIn(page, 'data-step')).toBe('Send an email')
  expect(await nextStop(page)).toBe('More for Send an email')

  // Dynamic content goes where writing would go on.
  await page.getByRole('button', { name: 'Add dynamic content to Subject' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Company')
  await page.keyboard.press('Enter')
  await expect.poll(() => fieldOf(page, 'Subject').innerText()).toMatch(/^New lead .*Company$/)

  await page.keyboard.press('Control+1')
  await openLead(page, 'Byron')
  await (await openTab(page, 'Run')).getByRole('button', { name: 'Open the run' }).press('Enter')
  await expect.poll(() => focusedIn(page, 'data-place')).toBe('run')

  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: 'New offer' }).press('Enter')
  await page.getByRole('textbox', { name: 'Name' }).press('C')
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedIn(page, 'data-place')).toBe('connection')
  expect(problems).toEqual([])
})

test('the keyboard stays in a dialog while a connection is saved and tried', async () => {
  const { window: page } = await launchApp()
  await openFlows(page)
  const dialog = await openTool(page, 'Connections')
  await dialog.getByRole('button', { name: 'New connection' }).press('Enter')
  await page.getByRole('menuitem', { name: /SMTP/ }).press('Enter')
  // Nothing listens there.
  await fieldOf(dialog, 'Server').fill('127.0.0.1')
  await fieldOf(dialog, 'Port').fill('1')
  await fieldOf(dialog, 'From').fill('me@contoso.com')
  await fieldOf(dialog, 'Send a test mail to').fill('you@contoso.com')
  await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect.poll(() => dialog.getByText('Not saved yet').count()).toBe(0)
  expect(await dialog.evaluate((surface) => surface.contains(document.activeElement))).toBe(true)
  await dialog.getByRole('button', { name: 'Send a test mail' }).press('Enter')
  await expect.poll(() => dialog.innerText()).toContain('Nobody answers at this address')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})
