import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { appFolder, type LaunchedApp, launchApp } from '../../helpers/app'
import { pictureFolder, picturePort, setSize, setTheme, shoot, wide } from '../../helpers/pictures'
import { type MailServer, startMailServer } from '../../helpers/smtp-server'
import { makeAuthority, makeCertificate } from '../../helpers/test-certificates'

/** The article's words, each once. */
export const flowName = 'Marketplace leads'
export const recipients = ['sales@contoso.com', 'boss@contoso.com']
export const offerTitle = 'CRM Connector'
export const articleLead = readFileSync(join(appFolder, 'resources/samples/lead-sample-2020.json'), 'utf8')
/** What a lead looks like to a flow when the sender has nothing to say. */
export const emptyLead = '{"UserDetails": {}, "LeadSource": "AzureMarketplace"}'
/** The mail's lines: a label, and the name of the dynamic content behind it. */
export const mailLines = [
  ['First name', 'FirstName'],
  ['Last name', 'LastName'],
  ['E-mail', 'Email'],
  ['Company', 'Company'],
  ['Offer', 'OfferTitle'],
] as const

export type Story = {
  readonly launched: LaunchedApp
  readonly page: Page
  readonly mailServer: MailServer
  /** Takes a picture of the window: `story-01-…` and so on in the order of the story. */
  readonly picture: (name: string, look?: { readonly theme?: 'dark'; readonly busy?: number }) => Promise<void>
}

/** An application with a fresh data folder, and a real mail server for later. */
export async function beginStory(): Promise<Story> {
  const mailServer = await startMailServer(await makeCertificate(await makeAuthority()))
  const launched = await launchApp({ settings: { theme: 'light', engine: picturePort } })
  await setSize(launched, wide)
  const folder = pictureFolder()
  let taken = 0
  const picture: Story['picture'] = async (name, { theme, busy } = {}) => {
    taken += 1
    if (theme) await setTheme(launched, theme)
    await shoot(launched, folder, `story-${`${taken}`.padStart(2, '0')}-${name}`, busy)
    if (theme) await setTheme(launched, 'light')
  }
  return { launched, page: launched.window, mailServer, picture }
}

/** By the rail, to whatever part of the flow was shown last. */
export async function backToFlows(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Flows' }).click()
}

/** Closes what was said in the corner, as someone does who has read it. */
export async function closeToast(page: Page, title: string): Promise<void> {
  const toast = page.locator('.fui-Toast').filter({ hasText: title })
  await toast.getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => toast.count()).toBe(0)
}

/** The lines that a region shows. */
export async function linesOf(region: Locator): Promise<readonly string[]> {
  return (await region.innerText()).split('\n').map((line) => line.trim())
}
