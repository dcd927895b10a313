import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The cards below the trigger. */
export function steps(page: Page): Locator {
  return page.getByRole('region', { name: 'Steps after the trigger' })
}

export function stepCard(page: Page, name: string): Locator {
  return page.locator(`[data-step="${name}"]`)
}

/** Adds a step at the end of a list of cards, which then is open. */
export async function addStep(page: Page, action: string, within: Locator = steps(page)): Promise<void> {
  await within.getByRole('button', { name: 'New step' }).last().click()
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click()
}

/** Folds a card, or unfolds it. */
export async function foldStep(page: Page, name: string): Promise<void> {
  await stepCard(page, name).locator('button[aria-expanded]').first().click()
}

/** Types into a field for dynamic content, as the keyboard does. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

export async function saveFlow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect
    .poll(() => page.getByRole('region', { name: 'The chosen flow' }).getByText('Unsaved changes').count())
    .toBe(0)
}

/** *Test > I'll perform the trigger action*. */
export async function startTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByRole('menuitem', { name: /perform the trigger action/ }).click()
  await expect.poll(() => page.getByText('The test waits for a request to this flow.').count()).toBe(1)
}

/** Opens one of the dialogs beside the flows. */
export async function openTool(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Connections, outbox and CRM list' }).click()
  await page.getByRole('menuitem', { name }).click()
  const dialog = page.getByRole('dialog', { name })
  await expect.poll(() => dialog.count()).toBe(1)
  return dialog
}

/** A text field by its label, as someone finds it. */
export function fieldOf(within: Page | Locator, label: string): Locator {
  return within.getByRole('textbox', { name: label, exact: true })
}

/** Puts dynamic content where a field's cursor is, from *Add dynamic content*. */
export async function pickToken(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `Add dynamic content to ${label}`, exact: true }).click()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect.poll(() => fieldOf(page, label).innerText()).toContain(name)
}

/** The run that is shown beside the run history. */
export function chosenRun(page: Page): Locator {
  return page.getByRole('region', { name: 'The chosen run' })
}

/** The run that the test has opened, once the flow has said that it went well. */
export async function runThatEnded(page: Page): Promise<Locator> {
  await expect.poll(() => page.getByText('Your flow ran successfully.').count()).toBe(1)
  const run = chosenRun(page)
  await expect.poll(() => run.getByRole('article').count()).toBe(2)
  return run
}
