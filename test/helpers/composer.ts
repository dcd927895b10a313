import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Shows the composer and waits for its collections. */
export async function openComposer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Composer' }).click()
  await expect.poll(() => treeRow(page, 'Articles').count(), { timeout: 10_000 }).toBeGreaterThan(0)
}

/** The tree of collections. */
export function tree(page: Page): Locator {
  return page.getByRole('tree', { name: 'Collections' })
}

/** A row of the tree by the name that it shows. */
export function treeRow(page: Page, name: string): Locator {
  return tree(page).locator('[data-row]').filter({ hasText: name })
}

/** The names in the tree from the top down; rows are placed by hand, so their order in the page says nothing. */
export function treeNames(page: Page): Promise<readonly string[]> {
  return tree(page)
    .locator('[data-row]')
    .evaluateAll((rows) =>
      rows
        .sort((one, other) => Number(one.getAttribute('data-row')) - Number(other.getAttribute('data-row')))
        .map((row) => row.getAttribute('aria-label') ?? ''),
    )
}

/** The tabs of open requests. */
export function tabs(page: Page): Locator {
  return page.getByRole('tablist', { name: 'Open tabs' }).getByRole('tab')
}

/** The name of the tab that is shown, with what is noted on it. */
export function shownTab(page: Page): Promise<string | null> {
  return page
    .getByRole('tablist', { name: 'Open tabs' })
    .getByRole('tab', { selected: true })
    .getAttribute('aria-label')
}

/** Method, URL, and what is said to them, of the tab that is shown. */
export function requestPane(page: Page): Locator {
  return page.getByRole('region', { name: 'Request', exact: true })
}

/** The tabs of the request, and what the chosen one shows. */
export function requestParts(page: Page): Locator {
  return page.getByRole('region', { name: 'Parts of the request', exact: true })
}

/** The answer of the tab that is shown. */
export function answerPane(page: Page): Locator {
  return page.getByRole('region', { name: 'Answer', exact: true })
}

export function urlField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Request URL' })
}

export function bodyField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Body as JSON' })
}

/** What an editor holds, without its placeholder; what is masked in it stays so. Blank while there is no editor. */
export async function editorText(editor: Locator): Promise<string> {
  const texts = await editor.evaluateAll((elements) =>
    elements.map((element) =>
      [...element.querySelectorAll('.cm-line')]
        .map((line) => {
          const copy = line.cloneNode(true)
          if (copy instanceof Element) for (const hint of copy.querySelectorAll('.cm-placeholder')) hint.remove()
          return copy.textContent ?? ''
        })
        .join('\n'),
    ),
  )
  return texts[0] ?? ''
}

/** Opens a saved request by a double click and shows its body as JSON. */
export async function openRequest(page: Page, name: string): Promise<void> {
  await treeRow(page, name).dblclick()
  await expect.poll(() => shownTab(page)).toBe(name)
  await page.getByRole('toolbar', { name: 'Body' }).getByText('JSON', { exact: true }).click()
  await expect.poll(() => bodyField(page).count(), { timeout: 10_000 }).toBe(1)
}

/** Replaces what the URL field holds, as a paste does. */
export async function pasteUrl(app: ElectronApplication, page: Page, url: string): Promise<void> {
  await urlField(page).click()
  await page.keyboard.press('Control+a')
  await paste(app, url)
}

/** Pastes a text at the keyboard's place, as *Paste* of the edit menu does. */
async function paste(app: ElectronApplication, text: string): Promise<void> {
  await writeClipboard(app, text)
  await pasteClipboard(app)
}

/** *Paste* of the edit menu. */
export async function pasteClipboard(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste())
}

export async function writeClipboard(app: ElectronApplication, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), text)
}

export function readClipboard(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

/** Opens a request that is not saved yet, with a URL. */
export async function newRequest(app: ElectronApplication, page: Page, url: string): Promise<void> {
  const before = await tabs(page).count()
  await page.keyboard.press('Control+n')
  await expect.poll(() => tabs(page).count()).toBe(before + 1)
  await pasteUrl(app, page, url)
}

/** Makes the body of the request that is shown this JSON. */
export async function putBody(page: Page, text: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'Body' }).getByText('JSON', { exact: true }).click()
  await expect.poll(() => bodyField(page).count()).toBe(1)
  await bodyField(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

/** Sends the request that is shown and waits for what came of it: `202 Accepted`, `No answer: refused`, … */
export async function send(page: Page): Promise<void> {
  await requestPane(page).getByRole('button', { name: 'Send', exact: true }).click()
}

/** The line over the answer's parts: status, time and size. */
export function answerLine(page: Page): Promise<string> {
  return answerPane(page).locator('header').first().innerText()
}

/** Opens a part of the answer and gives its panel. */
export async function answerPart(page: Page, name: string): Promise<Locator> {
  const tab = answerPane(page).getByRole('tab', { name: new RegExp(`^${name}`) })
  await tab.click()
  await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true')
  return answerPane(page).getByRole('tabpanel')
}

/** What has the keyboard, in the words of a screen reader. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null) return ''
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? []
    return (
      element.getAttribute('aria-label') ??
      (by.length > 0 ? by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : null) ??
      (labels && labels.length > 0 ? [...labels].map((label) => label.textContent).join(' ') : null) ??
      element.textContent ??
      ''
    ).trim()
  })
}

/** Presses Tab (or Shift+Tab) until something has the keyboard; fails when it cannot be reached so. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let press = 0; press < 60; press++) {
    const now = await focused(page)
    if (typeof name === 'string' ? now === name : name.test(now)) return
    passed.push(now.slice(0, 40))
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${name}; it goes over ${passed.join(' > ')}`)
}

/** A collection's document as it is on disk. */
export function collectionFile(
  dataFolder: string,
  name = 'Articles',
): { readonly path: string; readonly text: string } {
  const folder = join(dataFolder, 'collections')
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.json')) continue
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    if (JSON.parse(text).info?.name === name) return { path, text }
  }
  throw new Error(`No collection is called ${name}.`)
}

/** The names in a collection on disk, folders as `name/`, in the file's order. */
export function namesOnDisk(dataFolder: string, name = 'Articles'): readonly string[] {
  return namesOf(JSON.parse(collectionFile(dataFolder, name).text).item, '')
}

type Item = { readonly name: string; readonly item?: readonly Item[] }

function namesOf(items: readonly Item[], path: string): readonly string[] {
  return items.flatMap(({ name, item }) =>
    item === undefined ? [`${path}${name}`] : [`${path}${name}/`, ...namesOf(item, `${path}${name}/`)],
  )
}
