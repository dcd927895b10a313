import { expect, test } from 'vitest'
import { launchApp } from '../../helpers/app'
import {
  answerLine,
  answerPane,
  bodyField,
  editorText,
  focused,
  namesOnDisk,
  pasteClipboard,
  readClipboard,
  shownTab,
  tabTo,
  treeNames,
  treeRow,
  urlField,
  writeClipboard,
} from '../../helpers/composer'
import { rowOf } from '../../helpers/inbox'

const accepted = { timeout: 10_000 }

test("the articles' steps can be done with the keyboard alone", async () => {
  const { window: page, app, dataFolder, flowUrl, problems } = await launchApp()
  const { keyboard } = page

  await expect.poll(() => page.getByRole('button', { name: 'Copy URL' }).count(), accepted).toBeGreaterThan(0)
  await keyboard.press('Control+Shift+U')
  await expect.poll(() => readClipboard(app)).toBe(flowUrl)
  await keyboard.press('Control+2')
  await expect.poll(() => treeNames(page), accepted).toContain('Articles')

  // New > Request
  await tabTo(page, 'New')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatch(/^Request/)
  await keyboard.press('Enter')
  await expect.poll(() => shownTab(page)).toBe('New request')
  await expect.poll(() => focused(page)).toBe('Request URL')

  // Save request, into a folder made on the way
  await keyboard.press('Control+s')
  await expect.poll(() => focused(page)).toMatch(/^Request name/)
  await keyboard.type('Try my flow')
  await tabTo(page, 'Description')
  await keyboard.type('A lead as the articles print it')
  await tabTo(page, /^Where/)
  await keyboard.press('Home')
  await tabTo(page, 'New folder')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Name of the new folder')
  await keyboard.type('My leads')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatch(/^Where/)
  await tabTo(page, 'Save')
  await keyboard.press('Enter')
  await expect.poll(() => shownTab(page)).toBe('Try my flow')
  await expect.poll(() => namesOnDisk(dataFolder)).toContain('My leads/Try my flow')
  await expect.poll(() => treeNames(page)).toContain('POST Try my flow')

  // POST
  await expect.poll(() => focused(page)).toBe('Request URL')
  await tabTo(page, 'Method', 'Shift+Tab')
  await keyboard.press('Control+a')
  await keyboard.type('PUT')
  await keyboard.press('Enter')
  await expect.poll(() => page.getByRole('combobox', { name: 'Method' }).inputValue()).toBe('PUT')
  await keyboard.press('Control+a')
  await keyboard.type('POST')
  await keyboard.press('Enter')
  await expect.poll(() => page.getByRole('combobox', { name: 'Method' }).inputValue()).toBe('POST')

  // The HTTP POST URL
  await tabTo(page, 'Request URL')
  await keyboard.press('Control+v')
  await expect.poll(() => page.getByText('signature present').count()).toBe(1)
  expect(await editorText(urlField(page))).not.toContain(new URL(flowUrl).searchParams.get('sig'))

  // The body
  await tabTo(page, 'Samples')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Search the samples')
  await keyboard.type('article')
  await keyboard.press('Enter')
  await expect.poll(() => editorText(bodyField(page))).toContain('"FirstName": "Some"')
  await expect.poll(() => page.getByText('Matches the lead schema of 2020').count()).toBe(1)

  // Send, and read the answer
  await keyboard.press('Control+Enter')
  await expect.poll(() => answerLine(page), accepted).toContain('202 Accepted')
  await tabTo(page, /^Explained/)
  expect(await answerPane(page).getByRole('tabpanel').innerText()).toContain('Accepted: the flow has started')
  await tabTo(page, 'Copy the run id')
  await keyboard.press('Enter')
  const runId = await answerPane(page).locator('code').innerText()
  await expect.poll(() => readClipboard(app)).toBe(runId)
  await keyboard.press('Control+s')
  await expect.poll(() => shownTab(page)).toBe('Try my flow')

  await keyboard.press('Control+1')
  await expect.poll(() => rowOf(page, 'Some One').count()).toBe(1)
  expect(problems).toEqual([])
})

test("the articles' steps can be done with the mouse alone", async () => {
  const { window: page, app, dataFolder, flowUrl, problems } = await launchApp()
  // What a hand on the mouse has copied elsewhere and takes from the context menu's Paste.
  const pasteText = async (text: string) => {
    await writeClipboard(app, text)
    await pasteClipboard(app)
  }

  await page.getByRole('button', { name: 'Composer' }).click()
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Request' }).click()
  await expect.poll(() => shownTab(page), accepted).toBe('New request')

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Save request' })
  await dialog.getByRole('textbox', { name: 'Request name' }).click({ clickCount: 3 })
  await pasteText('Try my flow')
  await dialog.getByRole('textbox', { name: 'Description' }).click()
  await pasteText('A lead as the articles print it')
  await dialog.getByRole('treeitem', { name: 'Articles' }).click()
  await dialog.getByRole('button', { name: 'New folder' }).click()
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect
    .poll(() => dialog.getByRole('treeitem', { name: 'New folder' }).getAttribute('aria-selected'))
    .toBe('true')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => shownTab(page)).toBe('Try my flow')
  await expect.poll(() => namesOnDisk(dataFolder)).toContain('New folder/Try my flow')
  await expect.poll(() => treeRow(page, 'Try my flow').count()).toBe(1)

  await page.getByRole('button', { name: 'Open Method' }).click()
  await page.getByRole('option', { name: 'PUT' }).click()
  await expect.poll(() => page.getByRole('combobox', { name: 'Method' }).inputValue()).toBe('PUT')
  await page.getByRole('button', { name: 'Open Method' }).click()
  await page.getByRole('option', { name: 'POST' }).click()
  await expect.poll(() => page.getByRole('combobox', { name: 'Method' }).inputValue()).toBe('POST')

  await page.getByRole('button', { name: 'Inbox' }).click()
  await page.getByRole('region', { name: "The flow's address" }).getByRole('button', { name: 'Copy URL' }).click()
  await expect.poll(() => readClipboard(app)).toBe(flowUrl)
  await page.getByRole('button', { name: 'Composer' }).click()
  await urlField(page).click()
  await pasteClipboard(app)
  await expect.poll(() => page.getByText('signature present').count()).toBe(1)

  await page.getByRole('button', { name: 'Samples' }).click()
  await page.getByRole('option', { name: /^The article's sample/ }).click()
  await expect.poll(() => editorText(bodyField(page))).toContain('"FirstName": "Some"')

  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => answerLine(page), accepted).toContain('202 Accepted')
  expect(await answerPane(page).getByRole('tabpanel').innerText()).toContain('Accepted: the flow has started')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => shownTab(page)).toBe('Try my flow')
  await answerPane(page).getByRole('button', { name: 'Show the lead in the inbox' }).click()
  await expect.poll(() => rowOf(page, 'Some One').getAttribute('aria-selected')).toBe('true')
  expect(problems).toEqual([])
})
