import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from '../../helpers/app'
import { openComposer, shownTab, treeRow } from '../../helpers/composer'
import { rows } from '../../helpers/inbox'
import { tempFolder } from '../../helpers/temp-folder'

const longest = { timeout: 20_000 }

test('a folder is run with the rows of a CSV file; failures are found, and reports saved', async () => {
  const { window: page, app, flowUrl, problems } = await launchApp()
  const files = tempFolder()
  const csv = join(files, 'urls.csv')
  // The second row's URL is cut: its requests are answered with 401.
  writeFileSync(csv, `flowUrl,note\n${flowUrl},whole\n${flowUrl.slice(0, flowUrl.indexOf('&sig='))},cut\n`)
  await openComposer(page)
  await treeRow(page, 'One for each kind of lead').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Run…' }).click()
  await expect.poll(() => shownTab(page)).toBe('Run: One for each kind of lead')

  await answerOpenDialog(app, csv)
  await page.getByRole('button', { name: 'Choose file…' }).click()
  const preview = page.getByRole('region', { name: 'First rows of the data file' })
  await expect.poll(() => preview.getByRole('row').count()).toBe(3)
  expect(await preview.innerText()).toContain('whole')
  expect(await page.getByRole('spinbutton', { name: 'Iterations' }).inputValue()).toBe('2')
  await page.getByRole('spinbutton', { name: 'At the same time' }).fill('2')
  await page.getByRole('button', { name: 'Start', exact: true }).click()

  const run = page.getByRole('region', { name: 'Results of the run' })
  await expect.poll(() => run.getByRole('status').first().innerText(), longest).toBe('Finished')
  const results = run.getByRole('listbox', { name: 'Results of the run' })
  await expect.poll(() => results.getByRole('option').count()).toBe(10)
  await run.getByText('Failed (5)').click()
  await expect.poll(() => results.getByRole('option').count()).toBe(5)
  for (const row of await results.getByRole('option').allInnerTexts()) expect(row).toContain('401')
  await results.getByRole('option').first().click()
  await expect.poll(() => run.innerText()).toContain('DirectApiAuthorizationRequired')

  for (const [format, extension] of [
    ['JSON (everything)', 'json'],
    ['JUnit XML (for build servers)', 'xml'],
    ['HTML (for people)', 'html'],
  ] as const) {
    const path = join(files, `report.${extension}`)
    await answerSaveDialog(app, path)
    await run.getByRole('button', { name: 'Report' }).click()
    await page.getByRole('menuitem', { name: format }).click()
    await expect
      .poll(() => page.getByText(`The report was saved as report.${extension}`).count(), longest)
      .toBeGreaterThan(0)
    const report = readFileSync(path, 'utf8')
    expect(report).toContain('Contact me (PLT)')
    expect(report).toContain('401')
    expect(report).not.toContain(new URL(flowUrl).searchParams.get('sig'))
    if (extension === 'xml') expect(report).toContain('failures="5"')
  }
  await page.getByRole('button', { name: 'Inbox' }).click()
  await expect.poll(() => rows(page).count()).toBe(10)
  expect(problems).toEqual([])
})

/** The system's dialog cannot be driven from here: the next ones answer with a file. */
async function answerOpenDialog(app: LaunchedApp['app'], path: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, path)
}

async function answerSaveDialog(app: LaunchedApp['app'], path: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, path)
}
