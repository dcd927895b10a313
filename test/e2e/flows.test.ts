import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from '../helpers/app'
import { chooseInMenu, flowList, flowRow, makeFlow, openFlows, pasteSchema, schemaEditor } from '../helpers/flows'
import { leadBody, pane, rows } from '../helpers/inbox'
import { post } from '../helpers/post'

const status = (page: Page) => page.getByRole('region', { name: 'What the schema says to the last leads' })
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })

/** What the last thing copied was. */
const clipboard = ({ app }: LaunchedApp) => app.evaluate(({ clipboard }) => clipboard.readText())

/** The next file dialog answers with this path. */
async function answerDialogs({ app }: LaunchedApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, path)
}

test('a flow is made, its URL copied, and what is posted to it counted', async () => {
  const launched = await launchApp()
  const { window: page, flowUrl, problems } = launched
  await openFlows(page)
  await makeFlow(page, 'Leads to the CRM')
  await expect.poll(() => flowRow(page, 'Leads to the CRM').innerText()).toContain('No leads')
  const shown = await page.getByRole('region', { name: 'The chosen flow' }).innerText()
  expect(shown).toContain('••••••••')
  await page.getByRole('button', { name: 'Copy URL' }).click()
  await expect.poll(() => clipboard(launched)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/workflows\/[0-9a-f]{32}\/.*&sig=/)
  const url = await clipboard(launched)
  expect(url).not.toBe(flowUrl)
  expect((await post(url)).status).toBe(202)
  await expect.poll(() => flowRow(page, 'Leads to the CRM').innerText()).toContain('1 lead')
  await expect.poll(() => flowRow(page, 'Default').innerText()).toContain('No leads')
  // The inbox shows the chosen flow's address, and offers the other.
  await page.keyboard.press('Control+1')
  await page.getByRole('button', { name: /^Flow Leads to the CRM/ }).click()
  await page.getByRole('menuitemradio', { name: 'Default' }).click()
  await expect.poll(() => page.getByRole('button', { name: /^Flow Default/ }).count()).toBe(1)
  expect(problems).toEqual([])
})

test('a sample makes the schema, Ctrl+S saves it, and the trigger then holds to it', async () => {
  const { window: page, flowUrl, problems } = await launchApp()
  await openFlows(page)
  await page.getByRole('button', { name: 'Use sample payload to generate schema' }).click()
  const payload = page.getByRole('textbox', { name: 'Enter or paste a sample JSON payload' })
  await payload.fill('{"Id": 1,}')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => page.getByText(/This is not JSON: line 1, column 10/).count()).toBe(1)
  await payload.fill('{"Id": 1, "Note": null}')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => schemaEditor(page).innerText()).toContain('"integer"')
  await page.getByRole('switch', { name: 'Schema Validation' }).click()
  await expect.poll(() => flowRow(page, 'Default').getByText('Unsaved changes').count()).toBe(1)
  expect((await post(flowUrl, '{"Id":"x"}')).status).toBe(202)
  await page.keyboard.press('Control+s')
  await expect.poll(() => flowRow(page, 'Default').getByText('Unsaved changes').count()).toBe(0)
  expect((await post(flowUrl, '{"Id":"x"}')).status).toBe(400)
  expect((await post(flowUrl, '{"Id":1,"Note":"any"}')).status).toBe(202)
  expect(problems).toEqual([])
})

test('what is wrong in a schema stands in its place, in plain words', async () => {
  const { window: page, problems } = await launchApp()
  await openFlows(page)
  await pasteSchema(page, '{\n  "type": "objct"\n}')
  await page.getByRole('button', { name: /^Error Line 2 “objct” is not a type/ }).click()
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe('"objct"')
  await expect.poll(() => page.locator('.cm-lintRange-error').innerText()).toBe('"objct"')
  await expect.poll(() => status(page).innerText()).toContain('Mend the schema')
  // A schema that cannot be used is not stored, and what was typed stays.
  await save(page).click()
  await expect.poll(() => page.getByText('The flow was not saved').count()).toBe(1)
  expect(await schemaEditor(page).innerText()).toContain('objct')
  await pasteSchema(page, '{"requierd": ["Id"]}')
  await expect
    .poll(() => page.getByRole('button', { name: /^Warning Line 1 “requierd” means nothing/ }).count())
    .toBe(1)
  await pasteSchema(page, '{"type": ')
  await expect.poll(() => page.getByRole('button', { name: /^Error Line 1 This is not JSON/ }).count()).toBe(1)
  await page.getByRole('button', { name: 'Revert' }).click()
  await expect.poll(() => page.getByText('The schema can be used.').count()).toBe(1)
  await expect.poll(() => save(page).getAttribute('aria-disabled')).toBe('true')
  expect(problems).toEqual([])
})

test('the edited schema is tried on the last leads, and a failing one is opened', async () => {
  const { window: page, flowUrl, problems } = await launchApp()
  await post(flowUrl, leadBody({ FirstName: 'Anna' }))
  await post(flowUrl, leadBody({ FirstName: 'Boris', Phone: null }))
  await openFlows(page)
  await expect.poll(() => status(page).innerText()).toContain('1 of your last 2 leads would fail.')
  await page.getByRole('button', { name: /Lead schema of 2020/ }).click()
  await page.getByRole('menuitem', { name: 'No schema' }).click()
  await expect.poll(() => status(page).innerText()).toContain('All of the last 2 leads of this flow match.')
  await post(flowUrl, leadBody({ FirstName: 'Carla' }))
  await expect.poll(() => status(page).innerText()).toContain('All of the last 3')
  await page.locator('.cm-editor').getByRole('textbox').press('Control+z')
  await expect.poll(() => status(page).innerText()).toContain('1 of your last 3 leads would fail.')
  await page.getByRole('button', { name: /Boris/ }).click()
  await expect.poll(() => pane(page).getByRole('heading', { name: /Boris/ }).count()).toBeGreaterThan(0)
  expect(problems).toEqual([])
})

test('unsaved edits wait while another flow and view are shown, and outlast a change made elsewhere', async () => {
  const { window: page, flowUrl, problems } = await launchApp()
  await openFlows(page)
  await page.getByRole('radio', { name: 'Any user in my tenant' }).click()
  await page.keyboard.press('Control+s')
  await expect.poll(async () => (await post(flowUrl)).status).toBe(401)
  await pasteSchema(page, '{"title":"mine"}')
  await makeFlow(page, 'Other')
  await expect.poll(() => flowRow(page, 'Default').getByText('Unsaved changes').count()).toBe(1)
  expect(await schemaEditor(page).innerText()).not.toContain('mine')
  // The inbox offers a mend for the request that was refused, which changes the flow.
  await page.keyboard.press('Control+1')
  await rows(page).first().click()
  await page.getByRole('button', { name: 'Let anyone trigger the flow' }).click()
  await expect.poll(async () => (await post(flowUrl)).status).toBe(202)
  await page.keyboard.press('Control+3')
  await flowRow(page, 'Default').getByRole('button').first().click()
  await expect.poll(() => schemaEditor(page).innerText()).toContain('mine')
  expect(await page.getByRole('radio', { name: 'Anyone' }).isChecked()).toBe(true)
  await page.keyboard.press('Control+s')
  await expect.poll(() => flowRow(page, 'Default').getByText('Unsaved changes').count()).toBe(0)
  expect((await post(flowUrl)).status).toBe(202)
  expect(problems).toEqual([])
})

test('rename, duplicate, turn off, delete and bring back, with the keyboard and the menu', async () => {
  const { window: page, flowUrl, problems } = await launchApp()
  await openFlows(page)
  const names = () => flowList(page).locator('[data-flow] bdi').allInnerTexts()
  await flowRow(page, 'Default').getByRole('button').first().press('F2')
  await page.getByRole('textbox', { name: 'New name' }).fill('Marketplace')
  await page.keyboard.press('Enter')
  await expect.poll(names).toEqual(['Marketplace'])
  await page.getByRole('button', { name: 'Menu of Marketplace' }).click()
  expect(await page.getByRole('menuitem', { name: 'Delete' }).getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect.poll(names).toEqual(['Marketplace', 'Marketplace copy'])
  await chooseInMenu(page, 'Marketplace', 'Turn off')
  await expect.poll(() => flowRow(page, 'Marketplace').innerText()).toContain('Off')
  expect((await post(flowUrl)).status).toBe(400)
  await chooseInMenu(page, 'Marketplace', 'Turn on')
  await expect.poll(() => flowRow(page, 'Marketplace').innerText()).toContain('On')

  await flowRow(page, 'Marketplace').getByRole('button').first().press('Delete')
  await expect.poll(names).toEqual(['Marketplace copy'])
  expect((await post(flowUrl)).body).toContain("with state 'Deleted'")
  await page.keyboard.press('Control+z')
  await expect.poll(names).toEqual(['Marketplace', 'Marketplace copy'])
  expect((await post(flowUrl)).status).toBe(202)

  await chooseInMenu(page, 'Marketplace', 'Delete')
  await page.getByRole('button', { name: 'Show 1 deleted flow' }).click()
  await page.getByRole('button', { name: 'Bring back Marketplace' }).click()
  await expect.poll(names).toEqual(['Marketplace', 'Marketplace copy'])
  // Nothing arrives before the user wants it.
  expect((await post(flowUrl)).status).toBe(400)
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect.poll(async () => (await post(flowUrl)).status).toBe(202)
  expect(problems).toEqual([])
})

test('a regenerated URL makes the former one stop, after the warning', async () => {
  const { window: page, flowUrl, problems } = await launchApp()
  await openFlows(page)
  await page.getByRole('button', { name: 'Regenerate URL…' }).click()
  const dialog = page.getByRole('alertdialog', { name: /new URL/ })
  await expect.poll(() => dialog.innerText()).toContain('401')
  expect((await post(flowUrl)).status).toBe(202)
  await dialog.getByRole('button', { name: 'Regenerate' }).click()
  await expect.poll(async () => (await post(flowUrl)).status).toBe(401)
  expect(problems).toEqual([])
})

test('a flow is exported without its secret and imported as one of its own; other files are refused with the reason', async () => {
  const launched = await launchApp()
  const { window: page, dataFolder, flowUrl, problems } = launched
  const path = join(dataFolder, 'default.json')
  const secret = new URL(flowUrl).searchParams.get('sig') ?? ''
  await openFlows(page)
  await answerDialogs(launched, path)
  await chooseInMenu(page, 'Default', 'Export…')
  await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click()
  await expect.poll(() => page.getByText('Exported as default.json').count()).toBe(1)
  const text = readFileSync(path, 'utf8')
  expect(text).not.toContain(secret)
  writeFileSync(path, text.replace('"Default"', '"From a file"'))
  await page.getByRole('button', { name: 'Import…' }).click()
  await expect.poll(() => flowRow(page, 'From a file').locator('[aria-current]').count()).toBe(1)
  writeFileSync(path, '{"info":{},"item":[]}')
  await page.getByRole('button', { name: 'Import…' }).click()
  await expect.poll(() => page.getByText(/It is a Postman collection, not a flow/).count()).toBe(1)
  expect(problems).toEqual([])
})

test('the palette finds flows and makes them', async () => {
  const { window: page, problems } = await launchApp()
  await openFlows(page)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new flow')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Flow name' }).fill('Zebra')
  await page.keyboard.press('Enter')
  await expect.poll(() => flowRow(page, 'Zebra').count()).toBe(1)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zebra')
  await page.keyboard.press('Enter')
  await expect.poll(() => flowRow(page, 'Zebra').locator('[aria-current]').count()).toBe(1)
  expect(problems).toEqual([])
})
