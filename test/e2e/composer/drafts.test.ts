import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../../helpers/app'
import {
  answerPane,
  bodyField,
  collectionFile,
  editorText,
  newRequest,
  openComposer,
  openRequest,
  requestParts,
  shownTab,
  tabs,
  treeNames,
  treeRow,
  urlField,
} from '../../helpers/composer'
import { tempFolder } from '../../helpers/temp-folder'

const longest = { timeout: 10_000 }

test('after kill -9 the tabs are back with their unsaved edits, less the last second at most', async () => {
  const dataFolder = tempFolder()
  const first = await launchApp({ dataFolder })
  const page = first.window
  await openComposer(page)
  const saved = collectionFile(dataFolder).text

  // A saved request that is edited, with another of its parts chosen.
  await openRequest(page, 'Test my flow')
  await expect.poll(() => editorText(bodyField(page)), longest).toContain('UserDetails')
  await bodyField(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('edited and not saved')
  await requestParts(page)
    .getByRole('tab', { name: /^Checks/ })
    .click()
  await expect.poll(() => shownTab(page)).toBe('Test my flow, unsaved')

  // An open folder, and panes of other sizes.
  await treeRow(page, 'One for each kind of lead').locator('[data-chevron]').click()
  await expect.poll(() => treeRow(page, 'Do not contact (DNC)').count()).toBe(1)
  await page.getByRole('button', { name: 'Put the answer under the request' }).click()
  await dragBy(page, page.getByRole('separator', { name: 'Width of the list of collections' }), 60, 0)
  await dragBy(page, page.getByRole('separator', { name: 'Room for the request and its answer' }), 0, -80)
  const sizes = await sizesOf(page)

  // A request that was never saved, typed into until the end.
  await newRequest(first.app, page, 'http://127.0.0.1:1/')
  await urlField(page).click()
  await page.keyboard.press('Control+End')
  const typed: { readonly mark: string; readonly at: number }[] = []
  const begun = Date.now()
  while (Date.now() < begun + 2500) {
    const mark = `-${typed.length}`
    await page.keyboard.insertText(mark)
    typed.push({ mark, at: Date.now() })
  }
  const killed = Date.now()
  await first.kill()

  const second = await launchApp({ dataFolder })
  const again = second.window
  await openComposer(again)
  await expect.poll(() => shownTab(again), longest).toBe('New request, unsaved')
  await expect.poll(() => tabs(again).count()).toBe(2)
  const safe = typed.filter(({ at }) => at < killed - 1000)
  expect(safe.length).toBeGreaterThan(5)
  const text = await editorText(urlField(again))
  expect(text.startsWith(`http://127.0.0.1:1/${safe.map(({ mark }) => mark).join('')}`)).toBe(true)
  expect(`http://127.0.0.1:1/${typed.map(({ mark }) => mark).join('')}`.startsWith(text)).toBe(true)

  await expect.poll(() => sizesOf(again)).toEqual(sizes)
  expect(await treeNames(again)).toContain('POST Do not contact (DNC)')
  await tabs(again).first().click()
  await expect.poll(() => shownTab(again)).toBe('Test my flow, unsaved')
  const checks = requestParts(again).getByRole('tab', { name: /^Checks/ })
  await expect.poll(() => checks.getAttribute('aria-selected')).toBe('true')
  await requestParts(again).getByRole('tab', { name: /^Body/ }).click()
  await expect.poll(() => editorText(bodyField(again)), longest).toContain('edited and not saved')
  // Edits are in the journal only: the collection is what it was.
  expect(collectionFile(dataFolder).text).toBe(saved)
  expect(second.problems).toEqual([])
})

test('a closed tab with unsaved edits asks, and comes back with them', async () => {
  const { window: page, problems } = await launchApp()
  await openComposer(page)
  await openRequest(page, 'Test my flow')
  await expect.poll(() => editorText(bodyField(page)), longest).toContain('UserDetails')
  await bodyField(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('edited')
  await page.keyboard.press('Control+w')
  const dialog = page.getByRole('alertdialog', { name: 'Save the edits to “Test my flow”?' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => dialog.count()).toBe(0)
  expect(await shownTab(page)).toBe('Test my flow, unsaved')
  await page.keyboard.press('Control+w')
  await dialog.getByRole('button', { name: "Don't save" }).click()
  await expect.poll(() => tabs(page).count()).toBe(0)
  await page.keyboard.press('Control+Shift+T')
  await expect.poll(() => shownTab(page)).toBe('Test my flow, unsaved')
  await expect.poll(() => editorText(bodyField(page)), longest).toContain('edited')
  expect(problems).toEqual([])
})

/** Drags the middle of something with the mouse. */
async function dragBy(page: Page, what: Locator, x: number, y: number): Promise<void> {
  const box = await what.boundingBox()
  if (box === null) throw new Error('There is nothing to drag.')
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + x / 2, from.y + y / 2)
  await page.mouse.move(from.x + x, from.y + y)
  await page.mouse.up()
  const moved = await what.boundingBox()
  expect(Math.abs((moved?.x ?? 0) - box.x) + Math.abs((moved?.y ?? 0) - box.y)).toBeGreaterThan(30)
}

/** The width of the collections in whole pixels, and the request's share of what it has with its answer, in percent. */
async function sizesOf(page: Page): Promise<readonly (number | undefined)[]> {
  const [collections, request, answer] = await Promise.all([
    page.getByRole('region', { name: 'Collections' }).boundingBox(),
    requestParts(page).boundingBox(),
    answerPane(page).boundingBox(),
  ])
  const share = request && answer ? (100 * request.height) / (request.height + answer.height) : undefined
  return [collections?.width, share].map((size) => size && Math.round(size))
}
