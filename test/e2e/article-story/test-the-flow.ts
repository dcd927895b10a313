import { expect } from 'vitest'
import {
  answerLine,
  answerPane,
  editorText,
  namesOnDisk,
  openComposer,
  pasteClipboard,
  putBody,
  send,
  shownTab,
  urlField,
} from '../../helpers/composer'
import { openTool, runThatEnded, startTest } from '../../helpers/steps'
import { articleLead, backToFlows, emptyLead, linesOf, mailLines, recipients, type Story } from './story'

/** *New > Request*, *Save request* into a new folder, *POST*, the URL from the clipboard, the sample lead. */
export async function composeTheTest({ launched, page }: Story, url: string): Promise<void> {
  await openComposer(page)
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Request/ }).click()
  await expect.poll(() => shownTab(page)).toBe('New request')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Save request' })
  await dialog.getByRole('textbox', { name: 'Request name' }).fill('Lead to my flow')
  await dialog.getByRole('treeitem', { name: 'Articles' }).click()
  await dialog.getByRole('button', { name: 'New folder' }).click()
  await dialog.getByRole('textbox', { name: 'Name of the new folder' }).fill('Tests of my flow')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect.poll(() => dialog.getByRole('treeitem', { name: 'Tests of my flow' }).count()).toBe(1)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => shownTab(page)).toBe('Lead to my flow')
  await expect.poll(() => namesOnDisk(launched.dataFolder)).toContain('Tests of my flow/Lead to my flow')

  await page.getByRole('button', { name: 'Open Method' }).click()
  await page.getByRole('option', { name: 'POST' }).click()
  await expect.poll(() => page.getByRole('combobox', { name: 'Method' }).inputValue()).toBe('POST')
  await urlField(page).click()
  await pasteClipboard(launched.app)
  await expect.poll(() => page.getByText('signature present').count()).toBe(1)
  expect(await editorText(urlField(page))).not.toContain(new URL(url).searchParams.get('sig'))
  await putBody(page, articleLead)
  await expect.poll(() => page.getByText('Matches the lead schema of 2020').count()).toBe(1)
  await page.keyboard.press('Control+s')
  await expect.poll(() => shownTab(page)).toBe('Lead to my flow')
}

/** *Test > I'll perform the trigger action*, *Send* in the composer, and back to the flow. */
export async function testTheFlow({ page, picture }: Story): Promise<void> {
  await backToFlows(page)
  await startTest(page)
  await picture('test-waits', { busy: 1 })
  await page.getByRole('button', { name: 'Open the composer' }).click()
  await send(page)
  await expect.poll(() => answerLine(page)).toContain('202 Accepted')
  await expect.poll(() => answerPane(page).innerText()).toContain('Accepted: the flow has started')
  await expect.poll(() => answerPane(page).getByRole('button', { name: 'Show the lead in the inbox' }).count()).toBe(1)
  await picture('answer')

  await backToFlows(page)
  const run = await runThatEnded(page)
  await run.getByRole('article', { name: 'Create a new record' }).getByRole('button').first().click()
  await expect.poll(() => run.innerText()).toMatch(/emailaddress1\s+someone@contoso\.com/)
  await run.getByRole('article', { name: 'Create a new record' }).getByRole('button').first().click()
  await run.getByRole('article', { name: 'Send an email' }).getByRole('button').first().click()
  await expect.poll(() => run.innerText()).toContain('New lead from AzureMarketplace')
  expect(await run.innerText()).toMatch(/Outputs\s+Rehearsed: the mail is kept in the outbox/)
  await picture('run-succeeded')
}

/** The mail with the lead's values, and the record as a CRM would list it. */
export async function lookAtWhatCame({ page, picture }: Story): Promise<void> {
  const outbox = await openTool(page, 'Outbox of rehearsals')
  await expect.poll(() => outbox.getByRole('heading', { name: 'New lead from AzureMarketplace' }).count()).toBe(1)
  const mail = outbox.getByRole('region', { name: 'The chosen mail' })
  expect(await mail.innerText()).toContain(recipients.join('; '))
  await expect
    .poll(() => linesOf(mail.getByRole('region', { name: 'As it would look' })))
    .toEqual([
      'First name: Some',
      'Last name: One',
      'E-mail: someone@contoso.com',
      'Company: Contoso',
      'Offer: Test Microsoft',
    ])
  await picture('mail')
  await outbox.getByRole('button', { name: 'Close' }).click()
  const records = await openTool(page, 'CRM records of rehearsals')
  await expect.poll(() => records.getByRole('row', { name: /Some One.*Contoso.*Dynamics 365/ }).count()).toBe(1)
  await expect
    .poll(() => records.getByRole('region', { name: 'The chosen record' }).innerText())
    .toMatch(/telephone1\s+16175555555/)
  await picture('crm-records')
  await records.getByRole('button', { name: 'Close' }).click()
}

/** What the article warns of: of a lead without values only the labels are in the mail. */
export async function testWithMissingValues({ page, picture }: Story): Promise<void> {
  await startTest(page)
  await page.getByRole('button', { name: 'Open the composer' }).click()
  await putBody(page, emptyLead)
  await send(page)
  await expect.poll(() => answerLine(page)).toContain('202 Accepted')
  await backToFlows(page)
  await runThatEnded(page)
  await expect.poll(() => page.getByText(/dynamic values were blank/).count()).toBe(1)
  const outbox = await openTool(page, 'Outbox of rehearsals')
  await expect.poll(() => outbox.getByRole('list', { name: 'Outbox of rehearsals' }).locator('li').count()).toBe(2)
  await expect
    .poll(() => linesOf(outbox.getByRole('region', { name: 'As it would look' })))
    .toEqual(mailLines.map(([label]) => `${label}:`))
  await picture('labels-only', { theme: 'dark' })
  await outbox.getByRole('button', { name: 'Close' }).click()
}
