import { expect } from 'vitest'
import { readClipboard } from '../../helpers/composer'
import { flowRow, openFlows, schemaEditor } from '../../helpers/flows'
import { mailPassword, mailUser } from '../../helpers/smtp-server'
import { addStep, fieldOf, foldStep, openTool, pickToken, saveFlow, stepCard, typeInto } from '../../helpers/steps'
import { articleLead, closeToast, flowName, mailLines, recipients, type Story } from './story'

/** *My flows > + New*, the trigger, *Who can trigger the flow*, *Use sample payload to generate schema*. */
export async function makeTheFlow({ page, picture }: Story): Promise<void> {
  await openFlows(page)
  await page.getByRole('button', { name: 'New', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'New flow' })
  expect(await dialog.innerText()).toContain('When an HTTP request is received')
  await dialog.getByRole('textbox', { name: 'Flow name' }).fill(flowName)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect.poll(() => flowRow(page, flowName).locator('[aria-current]').count()).toBe(1)
  await page.getByRole('radio', { name: 'Anyone' }).check()

  await page.getByRole('button', { name: 'Use sample payload to generate schema' }).click()
  await page.getByRole('textbox', { name: 'Enter or paste a sample JSON payload' }).fill(articleLead)
  await picture('sample-payload')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => schemaEditor(page).innerText()).toContain('"ActionCode"')
  await expect.poll(() => page.getByText('The schema can be used.').count()).toBe(1)
  await closeToast(page, 'The schema was generated')
}

/** *+ New step > Create a new record*: the table Leads, with every field of a lead in its column. */
export async function addTheRecord({ page, picture }: Story): Promise<void> {
  await page.getByRole('button', { name: 'When an HTTP request is received' }).click()
  await addStep(page, 'Create a new record')
  const step = stepCard(page, 'Create a new record')
  await expect.poll(() => step.innerText()).toContain('Rehearsal')
  expect(await step.innerText()).toContain('A new row in the table Leads')
  await expect.poll(() => fieldOf(step, 'Value of emailaddress1').innerText()).toBe('Email')
  await picture('create-a-record')
  await foldStep(page, 'Create a new record')
}

/** *+ New step > Send an email*: *To*, *Subject* and *Body*, with dynamic content from the picker. */
export async function addTheMail({ page, picture }: Story): Promise<void> {
  await addStep(page, 'Send an email')
  await typeInto(page, 'To', recipients.join('; '))
  await typeInto(page, 'Subject', 'New lead from ')
  await pickToken(page, 'Subject', 'LeadSource')
  await expect.poll(() => fieldOf(page, 'Subject').innerText()).toBe('New lead from LeadSource')
  await fieldOf(page, 'Body').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  for (const [at, [label, name]] of mailLines.entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(`${label}: `)
    await pickToken(page, 'Body', name)
  }
  expect(await fieldOf(page, 'Body').locator('.cm-line').count()).toBe(mailLines.length)
  const chips = fieldOf(page, 'Body').locator('span[title$="of the lead that comes"]')
  await expect.poll(() => chips.allInnerTexts()).toEqual(mailLines.map(([, name]) => name))
  await picture('send-an-email')
}

export async function saveAndCopyTheUrl({ launched: { app, flowUrl }, page }: Story): Promise<string> {
  await saveFlow(page)
  await closeToast(page, `“${flowName}” was saved`)
  await page.getByRole('button', { name: 'When an HTTP request is received' }).click()
  await page.getByRole('button', { name: 'Copy URL' }).click()
  await expect.poll(() => readClipboard(app)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/workflows\/[0-9a-f]{32}\/.*&sig=/)
  const url = await readClipboard(app)
  expect(url).not.toBe(flowUrl)
  return url
}

/** In place of the rehearsal: a mail server is entered by hand, and the step sends over it. */
export async function sendRealMails({ page, mailServer }: Story): Promise<void> {
  const dialog = await openTool(page, 'Connections')
  await dialog.getByRole('button', { name: 'New connection' }).click()
  await page.getByRole('menuitem', { name: /SMTP/ }).click()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Mail of Contoso')
  await dialog.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1')
  await dialog.getByRole('textbox', { name: 'Port' }).fill(`${mailServer.port}`)
  await dialog.getByRole('textbox', { name: 'User name' }).fill(mailUser)
  await dialog.getByRole('textbox', { name: 'From' }).fill(mailUser)
  await dialog.getByRole('switch', { name: "Check the server's certificate" }).click()
  await dialog.getByRole('textbox', { name: 'Password' }).fill(mailPassword)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => dialog.getByText('Not saved yet').count()).toBe(0)
  await dialog.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('tab', { name: 'Flow', exact: true }).click()
  const step = stepCard(page, 'Send an email')
  if ((await step.getByRole('combobox', { name: 'Connection' }).count()) === 0) await foldStep(page, 'Send an email')
  await step.getByRole('combobox', { name: 'Connection' }).click()
  await page.getByRole('option', { name: 'Mail of Contoso' }).click()
  await expect.poll(() => step.getByText('Rehearsal', { exact: true }).count()).toBe(0)
  await saveFlow(page)
  await closeToast(page, `“${flowName}” was saved`)
}
