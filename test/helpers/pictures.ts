import { mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { appFolder, type LaunchedApp } from './app'
import { tempFolder } from './temp-folder'

/** The folder of the README's pictures when they are made for it (`npm run screenshots`). */
const named = process.env.LEAD_INSPECTOR_SCREENSHOTS

/** Sizes of the page in CSS pixels: as most people have it, and the smallest that works. */
export const wide = [1280, 800] as const
export const narrow = [900, 600] as const

/** Where pictures go: the README's folder when they are made for it, a temporary one otherwise. */
export function pictureFolder(): string {
  const folder = named === undefined ? tempFolder() : resolve(appFolder, named)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The README shows the usual port; a test run takes a free one. */
export const picturePort = named === undefined ? {} : { port: 5323 }

/** Gives the page, not the frame around it, a size in CSS pixels. */
export async function setSize({ app, window }: LaunchedApp, size: readonly [number, number]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  )
  await expect.poll(() => window.evaluate(() => [innerWidth, innerHeight])).toEqual(size)
}

export async function setTheme({ window: page }: LaunchedApp, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((theme) => window.leadInspector.callShell('settings.change', { changes: { theme } }), theme)
  await expect.poll(() => page.evaluate(() => document.documentElement.style.colorScheme)).toBe(theme)
}

/** Takes a picture once tooltips and work under way are gone; with `busy` as many signs of work stay in it. */
export async function shoot({ window }: LaunchedApp, folder: string, name: string, busy = 0): Promise<void> {
  await window.mouse.move(640, 2)
  await expect.poll(() => window.getByRole('tooltip').count()).toBe(0)
  await expect.poll(() => window.locator('[aria-busy="true"], [role="progressbar"]').count()).toBe(busy)
  const path = join(folder, `${name}.png`)
  await window.screenshot({ path, animations: 'disabled', caret: 'hide' })
  // A blank page of this size has under 10 kB.
  expect(statSync(path).size).toBeGreaterThan(20_000)
}
