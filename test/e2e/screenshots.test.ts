import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFolder, type LaunchedApp, launchApp } from '../helpers/app'
import { openLead, pane, rowOf, rows } from '../helpers/inbox'
import { storyRows, tellStory } from '../helpers/story'

/** Where the pictures go; `npm run screenshots` names the folder of the README's own. */
const folder = process.env.LEAD_INSPECTOR_SCREENSHOTS

test.skipIf(folder === undefined)('the pictures of the README are made', { timeout: 180_000 }, async () => {
  const first = await launchApp({ settings: { theme: 'light', engine: { port: 5323 } } })
  await size(first, 1280, 800)
  await expect.poll(() => first.window.getByRole('button', { name: 'Copy URL' }).count()).toBe(2)
  await shoot(first, 'first-run')
  await tellStory(first)
  await expect.poll(() => rows(first.window).count()).toBe(storyRows)

  for (const theme of ['light', 'dark'] as const) {
    await first.window.evaluate((changes) => window.leadInspector.callShell('settings.change', { changes }), {
      theme,
    } as const)
    await openLead(first.window, 'Kenji')
    await shoot(first, `inbox-${theme}`)
    await first.window.getByRole('button', { name: 'Settings' }).click()
    await expect.poll(() => first.window.getByRole('heading', { level: 1 }).innerText()).toBe('Settings')
    await shoot(first, `settings-${theme}`)
    await first.window.getByRole('button', { name: /^Inbox/ }).click()
    if (theme === 'dark') continue
    await openLead(first.window, 'The URL was cut')
    await shoot(first, 'unmatched-light')
    await rowOf(first.window, 'Lars Öberg').nth(0).click()
    await rowOf(first.window, 'Lars Öberg')
      .nth(1)
      .click({ modifiers: ['Control'] })
    await pane(first.window).getByRole('button', { name: 'Compare the two' }).click()
    await shoot(first, 'compare-light')
  }
  await first.window.evaluate(() => window.leadInspector.callShell('settings.change', { changes: { theme: 'light' } }))
  await size(first, 900, 600)
  await openLead(first.window, 'Amélie')
  await shoot(first, 'inbox-narrow')
})

/** Gives the page, not the frame around it, a size in CSS pixels. */
async function size({ app, window }: LaunchedApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    },
    [width, height] as const,
  )
  await expect.poll(() => window.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
}

/** Takes a picture once animations, pictures in the making and tooltips are over. */
async function shoot({ window }: LaunchedApp, name: string): Promise<void> {
  const to = join(appFolder, folder ?? '')
  mkdirSync(to, { recursive: true })
  await window.mouse.move(640, 2)
  await expect.poll(() => window.getByRole('tooltip').count()).toBe(0)
  await expect.poll(() => window.locator('[aria-busy="true"], [role="progressbar"]').count()).toBe(0)
  await window.screenshot({ path: join(to, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
