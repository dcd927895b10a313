import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** By the rail: its buttons are there once the window listens to the keyboard. */
export async function openPartnerCenter(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Partner Center' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'New offer' }).count()).toBe(1)
}

export async function newOffer(page: Page, name: string, offerId: string): Promise<void> {
  await page.getByRole('button', { name: 'New offer' }).click()
  const dialog = page.getByRole('dialog', { name: 'New offer' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Offer ID').fill(offerId)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Customer leads')
}

/** A part of *Customer leads*: `Connection details`, `Validate`, `Publish`. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}
