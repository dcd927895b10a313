import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from '../helpers/app'
import { leadBody, openLead, pane, rowOf, rows, rowTexts } from '../helpers/inbox'
import { post } from '../helpers/post'

const people = [
  { FirstName: 'Anna', LastName: 'Berg', Company: 'Northwind', Country: 'Sweden', ActionCode: 'INS' },
  { FirstName: 'Boris', LastName: 'Kim', Company: 'Fabrikam', Country: 'France', ActionCode: 'PLT' },
  { FirstName: 'Carla', LastName: 'Annasson', Company: 'Adventure Works', Country: 'Sweden', ActionCode: 'PLT' },
  { FirstName: 'Dora', LastName: 'Quist', Company: 'Tailspin', Country: 'Japan', ActionCode: 'DNC', Phone: null },
  { FirstName: 'Erik', LastName: 'Vinter', Company: 'Northwind', Country: 'Japan', ActionCode: 'INS' },
] as const

/** A window with these people's leads in its list, the last one sent on top. */
async function launchWithPeople(): Promise<LaunchedApp> {
  const launched = await launchApp()
  for (const person of people) expect((await post(launched.flowUrl, leadBody(person))).status).toBe(202)
  await expect.poll(() => names(launched.window)).toEqual(['Erik', 'Dora', 'Carla', 'Boris', 'Anna'])
  return launched
}

/** First names in the list, from the top. */
async function names(page: Page): Promise<readonly string[]> {
  const texts = await rowTexts(page)
  return texts.map(
    (text) => people.find(({ FirstName, LastName }) => text.includes(`${FirstName} ${LastName}`))?.FirstName ?? text,
  )
}

test('the search finds as it is typed, in every field, and goes with Esc', async () => {
  const { window: page, problems } = await launchWithPeople()
  await page.keyboard.press('/')
  await page.keyboard.type('ann')
  await expect.poll(() => names(page)).toEqual(['Carla', 'Anna'])
  await expect.poll(() => page.getByText('2 of 5 found').count()).toBe(1)
  await expect.poll(() => page.locator('#lead-list mark').allInnerTexts()).toEqual(['Ann', 'Ann'])
  const search = page.getByRole('searchbox', { name: 'Search leads' })
  await search.fill('northwind japan')
  await expect.poll(() => names(page)).toEqual(['Erik'])
  await search.fill('no such lead')
  await expect.poll(() => page.getByText('No lead matches “no such lead”.').count()).toBe(1)
  await search.press('Escape')
  await expect.poll(() => rows(page).count()).toBe(5)
  expect(problems).toEqual([])
})

test('facets filter with their counts, together, and can be taken off', async () => {
  const { window: page } = await launchWithPeople()
  await filter(page, 'Country', /^Sweden/)
  await expect.poll(() => names(page)).toEqual(['Carla', 'Anna'])
  await filter(page, 'Action', /^PLT/)
  await expect.poll(() => names(page)).toEqual(['Carla'])
  await page.getByRole('button', { name: 'Remove the filter Country: Sweden' }).click()
  await expect.poll(() => names(page)).toEqual(['Carla', 'Boris'])
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(() => rows(page).count()).toBe(5)
  await filter(page, 'Verdict', /^Does not match/)
  await expect.poll(() => names(page)).toEqual(['Dora'])
})

test('a lead that arrives while a filter is on appears only when it fits', async () => {
  const { window: page, flowUrl } = await launchWithPeople()
  await filter(page, 'Country', /^Sweden/)
  await expect.poll(() => names(page)).toEqual(['Carla', 'Anna'])
  await post(flowUrl, leadBody({ FirstName: 'Gina', Country: 'Chile' }))
  await post(flowUrl, leadBody({ FirstName: 'Hans', Country: 'Sweden' }))
  await expect.poll(async () => (await rowTexts(page))[0]).toContain('Hans')
  expect(await rows(page).count()).toBe(3)
})

test('the keyboard alone walks, pins, opens, deletes and takes back', async () => {
  const { window: page, problems } = await launchWithPeople()
  await page.locator('#lead-list').focus()
  await page.keyboard.press('j')
  await expect.poll(() => title(page)).toBe('Erik Vinter')
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => title(page)).toBe('Carla Annasson')
  await page.keyboard.press('k')
  await expect.poll(() => title(page)).toBe('Dora Quist')
  await page.keyboard.press('p')
  await expect.poll(() => rowOf(page, 'Dora').getByRole('img', { name: 'Pinned' }).count()).toBe(1)
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('tab')
  await page.locator('#lead-list').focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => names(page)).toEqual(['Erik', 'Carla', 'Boris', 'Anna'])
  await expect.poll(() => page.getByText('1 lead deleted').count()).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => names(page)).toEqual(['Erik', 'Dora', 'Carla', 'Boris', 'Anna'])
  await page.keyboard.press('End')
  await expect.poll(() => title(page)).toBe('Anna Berg')
  expect(problems).toEqual([])
})

test('several leads are marked and deleted together', async () => {
  const { window: page } = await launchWithPeople()
  await page.locator('#lead-list').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => page.getByText('3 leads chosen').count()).toBe(1)
  await pane(page).getByRole('button', { name: 'Mark as read' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Inbox, 2 unread' }).count()).toBe(1)
  expect(await rows(page).getByRole('img', { name: 'Unread' }).count()).toBe(2)
  await page.locator('#lead-list').focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => names(page)).toEqual(['Boris', 'Anna'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => rows(page).count()).toBe(5)
})

test('a lead counts as read once it was looked at', async () => {
  const { window: page } = await launchWithPeople()
  await expect.poll(() => page.getByRole('button', { name: 'Inbox, 5 unread' }).count()).toBe(1)
  await openLead(page, 'Boris')
  await expect.poll(() => rowOf(page, 'Boris').getByRole('img', { name: 'Unread' }).count(), { timeout: 5000 }).toBe(0)
  await expect.poll(() => page.getByRole('button', { name: 'Inbox, 4 unread' }).count()).toBe(1)
  await rowOf(page, 'Boris').click()
  await page.keyboard.press('u')
  await expect.poll(() => page.getByRole('button', { name: 'Inbox, 5 unread' }).count()).toBe(1)
})

test('two leads are compared side by side', async () => {
  const { window: page } = await launchWithPeople()
  await rowOf(page, 'Anna Berg').click()
  await rowOf(page, 'Erik').click({ modifiers: ['Control'] })
  await pane(page).getByRole('button', { name: 'Compare the two' }).click()
  const compared = pane(page).getByRole('region', { name: 'Two leads compared' })
  await expect.poll(() => compared.count()).toBe(1)
  await expect.poll(() => pane(page).getByText('3 documented fields differ.').count()).toBe(1)
  const text = await compared.innerText()
  for (const value of ['Anna', 'Erik', 'Sweden', 'Japan', '"Country": "Japan"']) expect(text).toContain(value)
  await pane(page).getByRole('button', { name: 'End comparing' }).click()
  await expect.poll(() => compared.count()).toBe(0)
})

test('an export asks for a file and writes what was found, formulas made harmless', async () => {
  const { window: page, app, flowUrl, dataFolder } = await launchWithPeople()
  await post(flowUrl, leadBody({ FirstName: '=1+1', Country: 'Sweden' }))
  const filePath = join(dataFolder, 'found.csv')
  // The one thing that cannot be driven: the system's own dialog.
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
  await filter(page, 'Country', /^Sweden/)
  await expect.poll(() => rows(page).count()).toBe(3)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export leads' })
  await dialog.getByRole('radio', { name: /^All 3 found/ }).check()
  await dialog.getByRole('radio', { name: /^CSV/ }).check()
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect.poll(() => page.getByText('3 leads written.').count()).toBe(1)
  expect(existsSync(filePath)).toBe(true)
  const csv = readFileSync(filePath, 'utf8')
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv.trim().split('\r\n')).toHaveLength(4)
  for (const name of ['Anna', 'Carla', "'=1+1"]) expect(csv).toContain(name)
  expect(csv).not.toContain('Boris')
  expect(csv).not.toContain(new URL(flowUrl).searchParams.get('sig'))
})

/** Puts one value of a filter on, and closes its menu again. */
async function filter(page: Page, facet: string, value: RegExp): Promise<void> {
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: facet }).click()
  await page.getByRole('menuitemcheckbox', { name: value }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('menu').count()).toBe(0)
}

async function title(page: Page): Promise<string> {
  const heading = pane(page).getByRole('heading', { level: 2 })
  return (await heading.count()) === 1 ? heading.innerText() : ''
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('role') ?? null)
}
