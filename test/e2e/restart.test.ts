import { everyLead } from '@shared/lead/lead-query'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStorage } from '../../src/engine/storage/open-storage'
import { type LaunchedApp, launchApp } from '../helpers/app'
import { fieldValue, leadBody, openLead, openTab, pane, rowOf, rows, rowTexts } from '../helpers/inbox'
import { post } from '../helpers/post'
import { tempFolder } from '../helpers/temp-folder'

test('a restart keeps the leads and what was done with them, the URL, the theme and the window', async () => {
  const dataFolder = tempFolder()
  const first = await launchApp({ dataFolder })
  for (const name of ['One', 'Two', 'Three']) await post(first.flowUrl, leadBody({ FirstName: `Lead${name}` }))
  const page = first.window
  await expect.poll(() => rows(page).count()).toBe(3)
  await openLead(page, 'LeadTwo')
  await page.locator('#lead-list').focus()
  await page.keyboard.press('p')
  await expect.poll(() => rowOf(page, 'LeadTwo').getByRole('img', { name: 'Pinned' }).count()).toBe(1)
  await expect
    .poll(() => rowOf(page, 'LeadTwo').getByRole('img', { name: 'Unread' }).count(), { timeout: 5000 })
    .toBe(0)
  await pane(page).getByRole('tab', { name: /^Note/ }).click()
  await pane(page).getByRole('textbox', { name: 'Note' }).fill('Call back on Monday')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => pane(page).getByText('Saved.').count()).toBe(1)
  await rowOf(page, 'LeadThree').click()
  await page.keyboard.press('Delete')
  await expect.poll(() => rows(page).count()).toBe(2)

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1111, 777))
  await expect.poll(() => isDark(first)).toBe(true)
  await first.close()

  const second = await launchApp({ dataFolder })
  expect(new URL(second.flowUrl).search).toBe(new URL(first.flowUrl).search)
  await expect.poll(() => rows(second.window).count()).toBe(2)
  const two = rowOf(second.window, 'LeadTwo')
  expect(await two.getByRole('img', { name: 'Pinned' }).count()).toBe(1)
  expect(await two.getByRole('img', { name: 'Unread' }).count()).toBe(0)
  expect(await rowOf(second.window, 'LeadOne').getByRole('img', { name: 'Unread' }).count()).toBe(1)
  await openLead(second.window, 'LeadTwo')
  // The part that was open is open again.
  expect(await pane(second.window).getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Call back on Monday')
  await openTab(second.window, 'Lead')
  expect(await fieldValue(second.window, 'First name')).toBe('LeadTwo')
  expect(await isDark(second)).toBe(true)
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([
    1111, 777,
  ])
  expect(second.problems).toEqual([])
})

test('the engine is killed while leads come: it comes back by itself, and no acknowledged lead is missing', async () => {
  const dataFolder = tempFolder()
  const launched = await launchApp({ dataFolder })
  const { window: page, output } = launched
  const states = await recordTruth(page)
  const acknowledged: string[] = []
  let isOver = false
  // Senders that go on whatever happens, at the URL that the application said last.
  const senders = Array.from({ length: 4 }, async (_, sender) => {
    for (let number = 0; !isOver; number++) {
      const name = `S${sender}N${number}`
      try {
        if ((await post(lastUrl(output), leadBody({ LastName: name }))).status === 202) acknowledged.push(name)
      } catch {
        // Refused while nobody listens. A pause, or the sender would keep the machine from starting the engine.
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  })
  for (let kill = 1; kill <= 2; kill++) {
    const before = acknowledged.length
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 100)
    process.kill(await enginePid(launched), 'SIGKILL')
    await expect
      .poll(async () => (await states()).filter(isRestarting).length, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(kill)
    const after = acknowledged.length
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(after + 50)
  }
  isOver = true
  await Promise.all(senders)

  const status = page.locator('footer').getByRole('status')
  await expect.poll(() => status.innerText(), { timeout: 10_000 }).toMatch(/^Listening on/)
  await post(lastUrl(output), leadBody({ LastName: 'AfterAll' }))
  await expect.poll(async () => (await rowTexts(page))[0], { timeout: 10_000 }).toContain('AfterAll')
  await launched.close()

  const { leads, close } = openStorage(dataFolder)
  const stored = new Set<string>()
  for (let before: number | null = null; ; ) {
    const ids = leads.selectIds({ query: everyLead }, before, 1000)
    for (const { lastName } of leads.summaries(ids)) stored.add(lastName)
    const last = ids.at(-1)
    if (last === undefined) break
    before = last
  }
  close()
  expect(acknowledged.length).toBeGreaterThan(300)
  expect(acknowledged.filter((name) => !stored.has(name))).toEqual([])
}, 120_000)

function lastUrl(output: readonly string[]): string {
  return output.findLast((line) => line.startsWith('Flow URL: '))?.slice('Flow URL: '.length) ?? ''
}

const isRestarting = (text: string) => text.startsWith('Restarting')

/** Writes down what the status bar says from now on, however short it says it. */
async function recordTruth(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    Reflect.set(globalThis, 'saidTruths', said)
    const note = () => {
      const text = document.querySelector('footer [role="status"]')?.textContent ?? ''
      if (text !== said.at(-1)) said.push(text)
    }
    new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => Reflect.get(globalThis, 'saidTruths'))
}

async function enginePid({ app }: LaunchedApp): Promise<number> {
  const pid = await app.evaluate(
    ({ app }) => app.getAppMetrics().find((process) => process.name === 'Lead Inspector engine')?.pid,
  )
  if (pid === undefined) throw new Error('The engine has no process.')
  return pid
}

function isDark({ window }: LaunchedApp): Promise<boolean> {
  return window.evaluate(() => {
    const [red = 255] = (
      getComputedStyle(document.querySelector('main') ?? document.body).color.match(/\d+/g) ?? []
    ).map(Number)
    return red > 128
  })
}
