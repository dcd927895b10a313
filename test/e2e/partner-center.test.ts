import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../helpers/app'
import { rulesOf, seriousViolations } from '../helpers/axe'
import { pane, rows } from '../helpers/inbox'
import { card, newOffer, openPartnerCenter } from '../helpers/partner-center'
import { startTestServer } from '../helpers/test-server'

test('an offer is connected, validated and published, and its leads arrive', { timeout: 180_000 }, async () => {
  const { window: page, flowUrl, problems } = await launchApp()
  await openPartnerCenter(page)
  await newOffer(page, 'CRM Connector', 'contoso.crm-connector')

  // Connect: every field is checked.
  const connection = card(page, 'Connection details')
  await connection.getByRole('button', { name: 'Connect', exact: true }).click()
  await connection.getByRole('button', { name: 'OK' }).click()
  expect(await connection.innerText()).toContain('Enter the URL that leads are sent to.')
  expect(await connection.innerText()).toContain('Enter at least one e-mail address.')
  await connection.getByRole('button', { name: 'Local URL of Default' }).click()
  await connection.getByLabel('Contact email').fill('leads@contoso.com, sales@contoso.com')
  await connection.getByRole('button', { name: 'OK' }).click()
  await expect.poll(() => connection.innerText()).toContain('Separate addresses with a semicolon')
  await connection.getByLabel('Contact email').fill('leads@contoso.com; sales@contoso.com')
  await connection.getByRole('button', { name: 'OK' }).click()
  await expect.poll(() => connection.innerText()).toContain('Partner Center will not take this URL')
  await expect.poll(() => connection.innerText()).toContain('leads@contoso.com; sales@contoso.com')

  // The signature is shown when asked for.
  const signature = new URL(flowUrl).searchParams.get('sig') ?? 'none'
  expect(await page.locator('body').innerText()).not.toContain(signature)
  await connection.getByRole('button', { name: /^Show the secrets/ }).click()
  expect(await connection.innerText()).toContain(signature)

  // Validate: step by step, with the lead in the inbox.
  const validate = card(page, 'Validate')
  await validate.getByRole('button', { name: 'Validate' }).click()
  await expect.poll(() => validate.innerText()).toContain('The test lead was taken.')
  const steps = validate.getByRole('list', { name: 'Steps of the test lead' }).getByRole('listitem')
  expect(await steps.count()).toBe(4)
  expect(await steps.nth(1).innerText()).toMatch(/The server was reached\s+[\d.,]+ ms/)
  expect(await steps.nth(2).innerText()).toContain('202 Accepted')
  expect(await steps.nth(3).innerText()).toContain('Matches the schema')
  await steps.nth(3).getByRole('button', { name: 'Show the lead in the inbox' }).click()
  await expect.poll(() => pane(page).innerText()).toContain('MSFT_TEST_')
  await openPartnerCenter(page)

  // Publish: only then leads come.
  const publish = card(page, 'Publish')
  expect(await publish.innerText()).toContain('Leads come only after the offer is published')
  expect(await publish.getByRole('button', { name: 'Send lead' }).count()).toBe(0)
  await publish.getByRole('button', { name: 'Publish' }).click()
  await expect.poll(() => validate.innerText()).toContain('Test lead of Publish')
  await publish.getByLabel('Action code', { exact: true }).selectOption('PLT')
  await publish.getByRole('button', { name: 'Send lead' }).click()
  await expect.poll(() => publish.innerText()).toContain('Arrived')
  await publish.getByLabel('Leads per second').fill('40')
  await publish.getByLabel('Duplicates in a hundred leads').fill('20')
  await publish.getByRole('button', { name: 'Start the stream' }).click()
  await expect.poll(() => publish.innerText()).toContain('Running for')

  // It goes on while another view is shown, and the rail says so.
  await page.keyboard.press('Control+1')
  const mark = page.getByRole('navigation').getByRole('button', { name: 'Partner Center, sending leads' })
  await expect.poll(() => mark.count()).toBe(1)
  await expect.poll(() => rows(page).count()).toBeGreaterThan(5)
  await page.keyboard.press('Control+4')
  await expect.poll(() => count(publish, 'Sent')).toBeGreaterThan(40)
  await publish.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect.poll(() => publish.innerText()).toContain('Stopped after')
  const sent = await count(publish, 'Sent')
  expect(await count(publish, 'Answered 2xx')).toBe(sent)
  expect(await count(publish, 'Arrived')).toBe(sent)
  expect(await count(publish, 'Failed')).toBe(0)
  await expect.poll(() => mark.count()).toBe(0)

  // Disconnected and taken back by the keyboard alone.
  await connection.getByRole('button', { name: 'Disconnect' }).press('Enter')
  await expect.poll(() => publish.innerText()).toContain('Connect the offer first.')
  await expect.poll(() => connection.locator(':focus').innerText()).toBe('Connect')
  await page.keyboard.press('Control+z')
  await expect.poll(() => connection.innerText()).toContain('leads@contoso.com; sales@contoso.com')
  await expect.poll(() => publish.getByRole('button', { name: 'Send lead' }).count()).toBe(1)
  expect(problems).toEqual([])
})

test('a URL of someone else that refuses is explained, and a damaged one is mended', async () => {
  const server = await startTestServer((_, response) => void response.writeHead(401).end())
  const { window: page, problems } = await launchApp()
  await openPartnerCenter(page)
  await newOffer(page, 'Refused', '')
  const connection = card(page, 'Connection details')
  await connection.getByRole('button', { name: 'Connect', exact: true }).click()
  const url = `${server.url}/workflows/${'a'.repeat(32)}/triggers/manual/paths/invoke?api-version=2016-06-01`
  await page.keyboard.insertText(`${url}&amp;sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${'x'.repeat(43)}`)
  await expect.poll(() => connection.innerText()).toContain('&amp; in place of &')
  await connection.getByRole('button', { name: 'Mend' }).click()
  await expect.poll(() => connection.innerText()).not.toContain('&amp; in place of &')
  await connection.getByLabel('Contact email').fill('leads@contoso.com')
  await page.keyboard.press('Enter')
  await expect.poll(() => connection.innerText()).toContain('does not lead to one of your flows')
  const validate = card(page, 'Validate')
  await validate.getByRole('button', { name: 'Validate' }).click()
  await expect.poll(() => validate.innerText()).toContain('The test lead did not get through.')
  expect(await validate.innerText()).toContain('401 Unauthorized')
  expect(await validate.innerText()).toContain('What to do:')
  expect(await validate.innerText()).toContain('Nothing to arrive')
  expect(server.seen[0]?.path).toContain('&sig=')
  expect(server.seen[0]?.path).not.toContain('amp;')
  expect(problems).toEqual([])
})

test('offers are renamed, duplicated, deleted and brought back', async () => {
  const { window: page, problems } = await launchApp()
  await openPartnerCenter(page)
  await newOffer(page, 'First', '')
  const offers = page.getByRole('list', { name: 'Offers' }).getByRole('listitem')
  await offers.getByRole('button', { name: 'More for First' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect.poll(() => offers.count()).toBe(2)
  expect(await offers.nth(1).innerText()).toContain('First (copy)')
  await offers.nth(0).getByRole('button').first().focus()
  await page.keyboard.press('F2')
  await page.getByRole('dialog').getByLabel('Name').fill('Renamed')
  await page.keyboard.press('Enter')
  await expect.poll(() => offers.nth(0).innerText()).toContain('Renamed')
  await offers.nth(0).getByRole('button').first().focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => offers.count()).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => offers.count()).toBe(2)
  expect(await offers.nth(0).innerText()).toContain('Renamed')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('new offer')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('dialog', { name: 'New offer' }).count()).toBe(1)
  expect(problems).toEqual([])
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in Partner Center, ${theme}`, { timeout: 180_000 }, async () => {
    const { window: page } = await launchApp({ settings: { theme } })
    const found: string[] = []
    const check = async (where: string) => {
      found.push(...(await seriousViolations(page, rulesOf(theme))).map((violation) => `${where}: ${violation}`))
    }
    await openPartnerCenter(page)
    await check('without offers')
    await page.getByRole('button', { name: 'New offer' }).click()
    await check('new offer')
    await page.keyboard.press('Escape')
    await newOffer(page, 'CRM Connector', '')
    await check('not connected')
    const connection = card(page, 'Connection details')
    await connection.getByRole('button', { name: 'Connect', exact: true }).click()
    await connection.getByRole('button', { name: 'OK' }).click()
    await check('connection details')
    await connection.getByRole('button', { name: 'Local URL of Default' }).click()
    await connection.getByLabel('Contact email').fill('leads@contoso.com')
    await connection.getByRole('button', { name: 'OK' }).click()
    await card(page, 'Publish').getByRole('button', { name: 'Publish' }).click()
    await expect.poll(() => card(page, 'Validate').innerText()).toContain('The test lead was taken.')
    await card(page, 'Publish').getByRole('button', { name: 'Send lead' }).click()
    await card(page, 'Publish').getByRole('button', { name: 'Start the stream' }).click()
    await expect.poll(() => count(card(page, 'Publish'), 'Arrived')).toBeGreaterThan(0)
    await check('streaming')
    expect(found).toEqual([])
  })
}

/** A number of the stream, by its label. */
async function count(publish: Locator, name: string): Promise<number> {
  const term = publish
    .page()
    .locator('dt')
    .filter({ hasText: new RegExp(`^${name}$`) })
  const text = await publish.locator('dl > div').filter({ has: term }).locator('dd').innerText({ timeout: 20_000 })
  return Number(text.replace(/\D/g, ''))
}
