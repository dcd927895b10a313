import { writeFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../../helpers/app'
import {
  bodyField,
  collectionFile,
  editorText,
  namesOnDisk,
  openComposer,
  openRequest,
  requestPane,
  shownTab,
  tree,
  treeNames,
  treeRow,
  urlField,
} from '../../helpers/composer'

const longest = { timeout: 10_000 }
const folder = 'One for each kind of lead'

test('requests are dragged into a folder, one and several, and the file has the same order', async () => {
  const { window: page, dataFolder, problems } = await launchApp()
  await openComposer(page)
  const inFolder = namesOnDisk(dataFolder).filter((name) => name.startsWith(`${folder}/`))

  await treeRow(page, 'Test lead').dragTo(treeRow(page, folder))
  await expect.poll(() => namesOnDisk(dataFolder)).toEqual(['Test my flow', ...inFolder, `${folder}/Test lead`])
  await expect.poll(() => treeNames(page)).toContain('POST Do not contact (DNC)')

  // Several at once, out of the folder and above all else.
  await treeRow(page, 'Test lead').click()
  await treeRow(page, 'Contact me (PLT)').click({ modifiers: ['Control'] })
  await treeRow(page, 'Test lead').dragTo(treeRow(page, 'Test my flow'), { targetPosition: { x: 60, y: 4 } })
  await expect
    .poll(() => namesOnDisk(dataFolder))
    .toEqual(['Contact me (PLT)', 'Test lead', 'Test my flow', ...inFolder.filter((name) => !name.includes('PLT'))])
  await expect
    .poll(async () => (await treeNames(page)).slice(0, 5))
    .toEqual(['Articles', 'POST Contact me (PLT)', 'POST Test lead', 'POST Test my flow', folder])
  expect(problems).toEqual([])
})

test('the keyboard renames, moves and deletes in the tree, and what was deleted comes back', async () => {
  const { window: page, dataFolder, problems } = await launchApp()
  await openComposer(page)
  const { keyboard } = page
  const before = namesOnDisk(dataFolder)

  await tree(page).focus()
  await expect.poll(() => currentRow(page)).toBe('Articles')
  await keyboard.press('ArrowDown')
  await expect.poll(() => currentRow(page)).toBe('POST Test my flow')
  await keyboard.press('F2')
  await expect.poll(() => page.getByRole('textbox', { name: 'New name' }).count()).toBe(1)
  await keyboard.type('Renamed')
  await keyboard.press('Enter')
  await expect.poll(() => namesOnDisk(dataFolder)[0]).toBe('Renamed')
  await expect.poll(() => currentRow(page)).toBe('POST Renamed')

  await keyboard.press('Alt+ArrowDown')
  await expect.poll(() => namesOnDisk(dataFolder).slice(0, 2)).toEqual(['Test lead', 'Renamed'])
  await expect.poll(async () => (await treeNames(page)).slice(1, 3)).toEqual(['POST Test lead', 'POST Renamed'])
  await keyboard.press('Control+x')
  await keyboard.press('ArrowDown')
  await expect.poll(() => currentRow(page)).toBe(folder)
  await keyboard.press('Control+v')
  await expect.poll(() => namesOnDisk(dataFolder).at(-1)).toBe(`${folder}/Renamed`)
  await expect.poll(() => currentRow(page)).toBe('POST Renamed')
  const moved = namesOnDisk(dataFolder)
  expect(moved).toHaveLength(before.length)

  // Taken back by the button.
  await keyboard.press('Delete')
  await expect.poll(() => namesOnDisk(dataFolder)).toEqual(moved.slice(0, -1))
  await expect.poll(() => page.getByText('“Renamed” was deleted').count()).toBe(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => namesOnDisk(dataFolder)).toEqual(moved)
  await expect.poll(() => treeNames(page)).toContain('POST Renamed')

  // Several with a folder among them, taken back by Ctrl+Z.
  await tree(page).focus()
  await keyboard.press('Home')
  await keyboard.press('ArrowDown')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Delete')
  await expect.poll(() => namesOnDisk(dataFolder)).toEqual([])
  await expect.poll(() => treeNames(page)).toEqual(['Articles'])
  await keyboard.press('Control+z')
  await expect.poll(() => namesOnDisk(dataFolder)).toEqual(moved)
  await expect.poll(async () => (await treeNames(page)).slice(1, 3)).toEqual(['POST Test lead', folder])
  expect(problems).toEqual([])
})

test('a change made outside is taken in, and one that meets unsaved edits is shown and not overwritten', async () => {
  const { window: page, dataFolder, problems } = await launchApp()
  await openComposer(page)
  await openRequest(page, 'Test my flow')
  await expect.poll(() => editorText(bodyField(page)), longest).toContain('UserDetails')

  changeOutside(dataFolder, '{{flowUrl}}', 'http://127.0.0.1:1/pulled')
  await expect.poll(() => editorText(urlField(page)), longest).toBe('http://127.0.0.1:1/pulled')
  changeOutside(dataFolder, '"name": "Test lead"', '"name": "Pulled lead"')
  await expect.poll(() => treeNames(page), longest).toContain('POST Pulled lead')
  expect(await shownTab(page)).toBe('Test my flow')

  await bodyField(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('"mine"')
  await expect.poll(() => shownTab(page)).toBe('Test my flow, unsaved')
  changeOutside(dataFolder, 'http://127.0.0.1:1/pulled', 'http://127.0.0.1:1/theirs')
  const bar = page.getByText('This was changed outside')
  await expect.poll(() => bar.count(), longest).toBe(1)
  const theirs = collectionFile(dataFolder).text
  await page.keyboard.press('Control+s')
  expect(await editorText(bodyField(page))).toBe('"mine"')
  expect(collectionFile(dataFolder).text).toBe(theirs)

  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect.poll(() => bar.count()).toBe(0)
  await requestPane(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => shownTab(page)).toBe('Test my flow')
  expect(collectionFile(dataFolder).text).toContain('\\"mine\\"')
  expect(collectionFile(dataFolder).text).toContain('http://127.0.0.1:1/pulled')
  expect(problems).toEqual([])
})

/** The row that the keyboard is on. */
async function currentRow(page: Page): Promise<string | null> {
  const id = await tree(page).getAttribute('aria-activedescendant')
  if (id === null) return null
  const row: Locator = page.locator(`[id="${id}"]`)
  return (await row.count()) === 0 ? null : row.getAttribute('aria-label')
}

/** Changes the collection's file as another program does. */
function changeOutside(dataFolder: string, from: string, to: string): void {
  const { path, text } = collectionFile(dataFolder)
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}
