import { expect } from 'vitest'
import { fieldValue, openTab, pane, rowOf, rowTexts } from '../../helpers/inbox'
import { card, newOffer, openPartnerCenter } from '../../helpers/partner-center'
import { mailUser } from '../../helpers/smtp-server'
import { chosenRun, openTool } from '../../helpers/steps'
import { flowName, offerTitle, recipients, type Story } from './story'

/** *Customer leads > Connect > HTTPS endpoint*: the flow's URL, the contact addresses, *OK*. */
export async function connectTheOffer({ page }: Story): Promise<void> {
  await openPartnerCenter(page)
  await newOffer(page, offerTitle, 'contoso.crm-connector')
  const connection = card(page, 'Connection details')
  await connection.getByRole('button', { name: 'Connect', exact: true }).click()
  expect(await connection.getByRole('combobox', { name: 'Lead destination' }).innerText()).toBe('HTTPS endpoint')
  await connection.getByRole('button', { name: `Local URL of ${flowName}` }).click()
  await connection.getByLabel('Contact email').fill(recipients.join('; '))
  await connection.getByRole('button', { name: 'OK' }).click()
  await expect.poll(() => connection.innerText()).toContain(`This URL leads to your flow ${flowName}`)
  expect(await connection.innerText()).toContain(recipients.join('; '))
}

/** *Validate*: a test lead, all four steps of its way, and the lead in the inbox. */
export async function validateTheOffer({ page, mailServer, picture }: Story): Promise<void> {
  const validate = card(page, 'Validate')
  await validate.getByRole('button', { name: 'Validate' }).click()
  await expect.poll(() => validate.innerText()).toContain('The test lead was taken.')
  const steps = validate.getByRole('list', { name: 'Steps of the test lead' }).getByRole('listitem')
  const states = await steps.evaluateAll((items) => items.map((item) => item.getAttribute('data-state')))
  // The first has the remark that Partner Center itself will not take an address of this computer.
  expect(states).toEqual(['warning', 'passed', 'passed', 'passed'])
  expect(await steps.last().innerText()).toContain('Matches the schema')
  expect(await card(page, 'Publish').innerText()).toContain('Leads come only after the offer is published')
  await card(page, 'Publish').scrollIntoViewIfNeeded()
  await picture('validated')
  await steps.last().getByRole('button', { name: 'Show the lead in the inbox' }).click()
  await expect
    .poll(() =>
      pane(page)
        .getByRole('heading', { name: /^MSFT_TEST_/ })
        .count(),
    )
    .toBe(1)
  expect(await pane(page).getByText('Test', { exact: true }).count()).toBe(1)
  await expect
    .poll(() => mailServer.mails.map(({ mail }) => mail.text))
    .toEqual([expect.stringContaining('MSFT_TEST_')])
  await openPartnerCenter(page)
}

/** *Publish*, then one lead of a customer; gives the customer's name. */
export async function publishTheOffer({ page, picture }: Story): Promise<string> {
  const publish = card(page, 'Publish')
  expect(await publish.getByRole('button', { name: 'Send lead' }).count()).toBe(0)
  await publish.getByRole('button', { name: 'Publish' }).click()
  await expect.poll(() => card(page, 'Validate').innerText()).toContain('Test lead of Publish')
  await publish.getByLabel('Action code', { exact: true }).selectOption('PLT')
  await publish.getByRole('button', { name: 'Send lead' }).click()
  const sent = publish.getByRole('list', { name: 'Leads sent one by one' }).getByRole('listitem')
  await expect.poll(() => sent.innerText()).toMatch(/^Arrived · .+ · PLT · 202 · /)
  await publish.scrollIntoViewIfNeeded()
  await picture('published')
  const name = /^Arrived · (.+?) · /.exec(await sent.innerText())?.[1] ?? 'none'
  await sent.getByRole('button', { name: 'Show in inbox' }).click()
  return name
}

/** The lead is in the inbox, in the CRM and in the mailbox, and leads to its run and back. */
export async function followTheLead({ page, mailServer, picture }: Story, name: string): Promise<void> {
  await expect.poll(() => pane(page).getByRole('heading', { name }).count()).toBe(1)
  await openTab(page, 'Lead')
  const email = await fieldValue(page, 'E-mail')
  const texts = await rowTexts(page)
  expect(texts).toHaveLength(5)
  expect(texts[0]).toContain(name)
  expect(await rowOf(page, 'MSFT_TEST_').count()).toBe(2)

  await expect.poll(() => mailServer.mails.filter(({ mail }) => mail.text?.includes(email)).length).toBe(1)
  const received = mailServer.mails.find(({ mail }) => mail.text?.includes(email))
  expect(received).toMatchObject({ from: mailUser, to: recipients, user: mailUser, secure: true })
  expect(received?.mail.subject).toMatch(/^New lead from AzureMarketplace/)
  expect(received?.mail.text).toContain(`Offer: ${offerTitle}`)

  const runs = await openTab(page, 'Run')
  await expect.poll(() => runs.innerText()).toContain('Succeeded')
  expect(await runs.innerText()).toContain(flowName)
  await picture('lead-and-run', { theme: 'dark' })
  await runs.getByRole('button', { name: 'Open the run' }).click()
  const run = chosenRun(page)
  await expect.poll(() => run.getByRole('article').count()).toBe(2)
  await run.getByRole('article', { name: 'Send an email' }).getByRole('button').first().click()
  await expect.poll(() => run.innerText()).toContain(email)
  const records = await openTool(page, 'CRM records of rehearsals')
  await expect.poll(() => records.getByRole('row', { name }).count()).toBe(1)
  await records.getByRole('button', { name: 'Close' }).click()
  await run.getByRole('button', { name: 'Show the lead' }).click()
  await expect.poll(() => pane(page).getByRole('heading', { name }).count()).toBe(1)
}
