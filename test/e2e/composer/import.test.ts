import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../../helpers/app'
import {
  bodyField,
  editorText,
  newRequest,
  openComposer,
  pasteUrl,
  requestPane,
  requestParts,
  shownTab,
  tabs,
  treeNames,
  treeRow,
  urlField,
} from '../../helpers/composer'

const longest = { timeout: 10_000 }

/** A collection of the older format, with a script. */
const postmanFile = JSON.stringify({
  info: {
    name: 'From Postman',
    schema: 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json',
  },
  event: [{ listen: 'prerequest', script: { exec: ["throw new Error('this ran')"] } }],
  item: [
    {
      name: 'Leads',
      item: [
        {
          name: 'Send one',
          event: [{ listen: 'test', script: { exec: ["pm.test('ok', () => pm.response.to.have.status(202))"] } }],
          request: { method: 'POST', url: 'http://127.0.0.1:1/leads', body: { mode: 'raw', raw: '{"a":1}' } },
        },
      ],
    },
  ],
})

test('a Postman file that is dropped becomes a collection, its scripts kept and not run', async () => {
  const { window: page, problems } = await launchApp()
  await openComposer(page)
  await dropFile(page, 'leads.json', postmanFile)
  const outcome = page.getByRole('dialog', { name: 'Import' })
  await expect.poll(() => outcome.innerText(), longest).toContain('Imported 1 collection and 1 request.')
  const said = await outcome.innerText()
  expect(said).toContain('2 scripts came along. They are kept in the file and not run.')
  expect(said).toContain("1 collection was in Postman's older format (v2.0)")
  await page.keyboard.press('Escape')
  await expect.poll(() => outcome.count()).toBe(0)

  await expect.poll(() => treeNames(page)).toContain('From Postman')
  await treeRow(page, 'Leads').click()
  await treeRow(page, 'Send one').dblclick()
  await expect.poll(() => shownTab(page)).toBe('Send one')
  await expect.poll(() => editorText(urlField(page))).toBe('http://127.0.0.1:1/leads')

  await treeRow(page, 'From Postman').dblclick()
  await expect.poll(() => shownTab(page)).toBe('From Postman')
  await page.getByRole('tab', { name: /^Scripts/ }).click()
  const script = page.getByRole('tabpanel', { name: 'From Postman' })
  await expect.poll(() => script.innerText()).toContain("throw new Error('this ran')")
  expect(await script.getByText('Not run', { exact: true }).count()).toBe(1)
  expect(problems).toEqual([])
})

test('a file that is no collection says why it was not imported', async () => {
  const { window: page } = await launchApp()
  await openComposer(page)
  await dropFile(page, 'notes.txt', 'Not a collection at all')
  const outcome = page.getByRole('dialog', { name: 'Import' })
  await expect.poll(() => outcome.innerText(), longest).toContain('Nothing was imported.')
  expect(await outcome.innerText()).toContain('notes.txt')
})

test('a cURL command that is pasted into the URL fills the request; several become tabs', async () => {
  const { window: page, app, problems } = await launchApp()
  await openComposer(page)
  await newRequest(
    app,
    page,
    "curl -X PUT 'http://127.0.0.1:1/leads?a=1' \\\n  -H 'X-Lead: yes' \\\n  --data-raw $'{\"FirstName\":\"It\\'s me\"}'",
  )
  await expect.poll(() => editorText(urlField(page))).toBe('http://127.0.0.1:1/leads?a=1')
  expect(await page.getByRole('combobox', { name: 'Method' }).inputValue()).toBe('PUT')
  await expect.poll(() => editorText(bodyField(page)), longest).toBe('{"FirstName":"It\'s me"}')
  await requestParts(page)
    .getByRole('tab', { name: /^Headers/ })
    .click()
  await expect.poll(() => requestParts(page).getByRole('textbox', { name: 'Name, row 1' }).innerText()).toBe('X-Lead')

  await pasteUrl(app, page, 'curl http://127.0.0.1:1/one\ncurl http://127.0.0.1:1/two')
  await requestPane(page).getByRole('button', { name: 'Open all in tabs' }).click()
  await expect.poll(() => tabs(page).count()).toBe(3)
  await expect.poll(() => editorText(urlField(page))).toBe('http://127.0.0.1:1/two')
  expect(problems).toEqual([])
})

/** Drops a file on the composer, as the desktop's file manager does. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name))
      return data
    },
    [name, text] as const,
  )
  const target = page.getByRole('heading', { name: 'Send a request and look at its answer' })
  await target.dispatchEvent('dragover', { dataTransfer: transfer })
  await expect.poll(() => page.getByText('Drop files to import them').count()).toBe(1)
  await target.dispatchEvent('drop', { dataTransfer: transfer })
  await expect.poll(() => page.getByText('Drop files to import them').count()).toBe(0)
}
