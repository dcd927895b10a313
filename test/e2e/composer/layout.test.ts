import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../../helpers/app'
import { openComposer, openRequest, requestPane, requestParts, tree, urlField } from '../../helpers/composer'
import { pane, rows } from '../../helpers/inbox'
import { post } from '../../helpers/post'

test.each([
  [1280, 800],
  [900, 600],
])('at %i×%i the URL and its buttons share a line, and so do the tabs', async (width, height) => {
  const { window: page, app, flowUrl, problems } = await launchApp()
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]), [
    width,
    height,
  ] as const)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width)

  await openComposer(page)
  await openRequest(page, 'Test my flow')
  expect(await linesOf(requestParts(page).getByRole('tab'))).toBe(1)
  const url = await urlField(page).boundingBox()
  for (const name of ['Send', 'Save']) {
    const button = await requestPane(page).getByRole('button', { name, exact: true }).boundingBox()
    expect(Math.abs(middle(button) - middle(url))).toBeLessThan(4)
  }
  expect(url?.width).toBeGreaterThan(200)

  await page.keyboard.press('Control+1')
  await post(flowUrl, '{}')
  await rows(page).first().click()
  await expect.poll(() => pane(page).getByRole('tab').count()).toBeGreaterThan(5)
  expect(await linesOf(pane(page).getByRole('tab'))).toBe(1)
  expect(problems).toEqual([])
})

test('a collection file that cannot be read says why in its row', async () => {
  const { window: page, dataFolder, problems } = await launchApp()
  await openComposer(page)
  writeFileSync(join(dataFolder, 'collections', 'Merged.postman_collection.json'), '<<<<<<< HEAD\n{}')
  const row = tree(page).getByRole('treeitem', { name: /^Merged,.*A merge has left its marks/ })
  await expect.poll(() => row.count(), { timeout: 10_000 }).toBe(1)
  expect(await row.innerText()).toContain('Not readable')
  expect(await row.getAttribute('title')).toContain('A merge has left its marks')
  expect(problems).toEqual([])
})

/** How many lines elements stand on, by their middles. */
async function linesOf(elements: Locator): Promise<number> {
  const boxes = await Promise.all((await elements.all()).map((element) => element.boundingBox()))
  return new Set(boxes.map((box) => Math.round(middle(box)))).size
}

function middle(box: { readonly y: number; readonly height: number } | null): number {
  if (box === null) throw new Error('It is not shown.')
  return box.y + box.height / 2
}
