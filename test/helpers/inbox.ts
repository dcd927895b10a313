import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { sampleLead } from './post'

/** The body of a lead: the article's sample, its values changed by dotted names of the articles. */
export function leadBody(changes: Readonly<Record<string, unknown>> = {}): string {
  const { UserDetails, ...rest } = JSON.parse(sampleLead)
  const lead = { UserDetails: { ...UserDetails }, ...rest }
  for (const [name, value] of Object.entries(changes)) {
    if (name in UserDetails) lead.UserDetails[name] = value
    else lead[name] = value
  }
  return JSON.stringify(lead)
}

/** The rows of the list that exist now: those on the screen and a few beyond. */
export function rows(page: Page): Locator {
  return page.locator('#lead-list [role="row"][data-row]')
}

/** The rows that show a text. */
export function rowOf(page: Page, text: string): Locator {
  return rows(page).filter({ hasText: text })
}

/** The text of the rows on the screen, from the top down: rows are placed by hand, so their order in the page says nothing. */
export function rowTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#lead-list [role="row"][data-row]')]
      .sort((one, other) => Number(one.dataset.row) - Number(other.dataset.row))
      .map((row) => row.innerText.replace(/\s+/g, ' ').trim()),
  )
}

/** The pane of the chosen lead. */
export function pane(page: Page): Locator {
  return page.getByRole('region', { name: 'The chosen lead' })
}

/** Chooses a lead in the list and waits until the pane shows it. */
export async function openLead(page: Page, text: string): Promise<void> {
  await rowOf(page, text).first().click()
  await expect.poll(() => pane(page).getByRole('tablist', { name: 'Parts of the lead' }).count()).toBe(1)
}

/** Opens a part of the chosen lead and gives its panel. */
export async function openTab(page: Page, name: string): Promise<Locator> {
  const tab = pane(page).getByRole('tab', { name: new RegExp(`^${name}`) })
  await tab.click()
  await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true')
  return page.locator('#lead-detail-panel')
}

/** The value beside a label of the Lead tab. */
export async function fieldValue(page: Page, label: string): Promise<string> {
  const term = page.locator('dt').filter({ hasText: new RegExp(`^${label}$`) })
  return (await page.locator('#lead-detail-panel dl > div').filter({ has: term }).locator('dd').innerText()).trim()
}
