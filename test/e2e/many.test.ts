import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStorage } from '../../src/engine/storage/open-storage'
import { launchApp } from '../helpers/app'
import { leadBody, rows, rowTexts } from '../helpers/inbox'
import { keepAliveAgent, post } from '../helpers/post'
import { buildNewLead } from '../helpers/seed-leads'
import { tempFolder } from '../helpers/temp-folder'

const count = 10_000

/** A data folder with leads whose last names say their place in the list: `Place00000` is the newest. */
function folderOfMany(): string {
  const folder = tempFolder()
  const { leads, close } = openStorage(folder)
  const now = Date.now()
  for (let from = 0; from < count; from += 1000) {
    leads.insert(
      Array.from({ length: 1000 }, (_, at) => {
        const place = count - 1 - from - at
        const lead = buildNewLead({ text: { firstName: 'Many', lastName: nameAt(place) } })
        return { ...lead, request: { ...lead.request, receivedAt: now - place * 1000 } }
      }),
    )
  }
  close()
  return folder
}

function nameAt(place: number): string {
  return `Place${String(place).padStart(5, '0')}`
}

test('ten thousand leads scroll to the end and back, with the right rows and few of them', async () => {
  const { window: page, problems } = await launchApp({ dataFolder: folderOfMany() })
  await expect.poll(() => page.getByText('10,000 leads').count()).toBe(1)
  await expect.poll(() => places(page)).toContain(0)
  await page.locator('#lead-list').focus()
  await page.keyboard.press('End')
  await expect.poll(() => places(page)).toContain(count - 1)

  for (const part of [0.75, 0.5, 0.25, 0.1]) {
    await page.locator('#lead-list').evaluate((list, part) => {
      list.scrollTop = list.scrollHeight * part
    }, part)
    // A row is at its place when its text says so: neither gaps nor rows that belong elsewhere.
    await expect.poll(() => areInPlace(page)).toBe(true)
    const seen = await places(page)
    expect(Math.abs((seen[0] ?? 0) - count * part)).toBeLessThan(50)
    expect(await rows(page).count()).toBeLessThan(80)
  }
  await page.keyboard.press('Home')
  await expect.poll(async () => (await places(page))[0]).toBe(0)
  await expect.poll(() => areInPlace(page)).toBe(true)
  expect(problems).toEqual([])
})

test('many turns of the wheel never leave the list empty', async () => {
  const { window: page } = await launchApp({ dataFolder: folderOfMany() })
  await expect.poll(() => places(page)).toContain(0)
  await page.locator('#lead-list').hover()
  for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, 2000)
  await expect.poll(() => areInPlace(page)).toBe(true)
  expect((await places(page))[0]).toBeGreaterThan(500)
  for (let turn = 0; turn < 70; turn++) await page.mouse.wheel(0, -2000)
  await expect.poll(async () => (await places(page))[0]).toBe(0)
})

test('leads that arrive while the list is scrolled are counted and do not move it', async () => {
  const { window: page, flowUrl } = await launchApp({ dataFolder: folderOfMany() })
  await expect.poll(() => places(page)).toContain(0)
  await page.locator('#lead-list').evaluate((list) => {
    list.scrollTop = 32 * 400
  })
  await expect.poll(() => areInPlace(page)).toBe(true)
  const before = await placesOnScreen(page)
  expect(before.length).toBeGreaterThan(5)

  const agent = keepAliveAgent(8)
  await Promise.all(
    Array.from({ length: 250 }, (_, at) => post(flowUrl, leadBody({ LastName: `Late${at}` }), {}, agent)),
  )
  agent.destroy()
  const pill = page.getByRole('button', { name: '250 new leads' })
  await expect.poll(() => pill.count()).toBe(1)
  expect(await placesOnScreen(page)).toEqual(before)
  await expect.poll(() => page.getByText('10,250 leads').count()).toBe(1)
  expect(await placesOnScreen(page)).toEqual(before)

  await pill.click()
  await expect.poll(async () => (await rowTexts(page))[0]).toContain('Late')
  await expect.poll(() => pill.count()).toBe(0)
})

test('a search over many leads shows only what it finds', async () => {
  const { window: page } = await launchApp({ dataFolder: folderOfMany() })
  await expect.poll(() => places(page)).toContain(0)
  await page.keyboard.press('/')
  await page.keyboard.type('place0999')
  await expect.poll(() => places(page)).toEqual(Array.from({ length: 10 }, (_, at) => 9990 + at))
})

/** The places that the rows in the page name, from the top. */
async function places(page: Page): Promise<readonly number[]> {
  return (await rowTexts(page)).flatMap((text) => {
    const found = /Place(\d{5})/.exec(text)
    return found ? [Number(found[1])] : []
  })
}

/** Whether every row on the screen names the place that it has in the list. */
function areInPlace(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const list = document.getElementById('lead-list')
    if (!list) return false
    const { top, bottom } = list.getBoundingClientRect()
    const seen = [...list.querySelectorAll<HTMLElement>('[role="row"][data-row]')].filter((row) => {
      const box = row.getBoundingClientRect()
      return box.bottom > top && box.top < bottom
    })
    const covered = seen.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0)
    return (
      covered >= bottom - top - 32 &&
      seen.every((row) => Number(/Place(\d{5})/.exec(row.innerText)?.[1]) === Number(row.dataset.row))
    )
  })
}

/** The places on the screen with their distance from the top of the window. */
function placesOnScreen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const list = document.getElementById('lead-list')
    if (!list) return []
    const { top, bottom } = list.getBoundingClientRect()
    return [...list.querySelectorAll<HTMLElement>('[role="row"][data-row]')]
      .map((row) => ({ box: row.getBoundingClientRect(), name: /Place\d{5}/.exec(row.innerText)?.[0] }))
      .filter(({ box }) => box.bottom > top && box.top < bottom)
      .sort((one, other) => one.box.top - other.box.top)
      .map(({ box, name }) => `${name} at ${Math.round(box.top)}`)
  })
}
