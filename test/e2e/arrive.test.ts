import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type LaunchedApp, launchApp } from '../helpers/app'
import { fieldValue, leadBody, openLead, openTab, pane, rowOf, rows } from '../helpers/inbox'
import { post } from '../helpers/post'

test('a fresh inbox teaches the three steps', async () => {
  const { window: page, app, flowUrl, problems } = await launchApp()
  const steps = page.getByRole('region', { name: 'No leads yet' }).getByRole('listitem')
  await expect.poll(() => steps.count()).toBe(3)
  expect(await steps.getByRole('heading').allInnerTexts()).toEqual([
    "Copy the flow's URL",
    'Paste it where the leads come from',
    'Or send a sample lead now',
  ])
  await steps.nth(0).getByRole('button').click()
  await expect.poll(() => clipboard(app)).toBe(flowUrl)
  await steps.nth(1).getByRole('button').click()
  await expect.poll(() => page.getByText('cloudflared tunnel').count()).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await steps.nth(2).getByRole('button').click()
  await expect.poll(() => rowOf(page, 'Some One').count()).toBe(1)
  expect(problems).toEqual([])
})

test('a lead that is posted appears with its fields and what was found in it', async () => {
  // A list that is wide enough for all columns.
  const { window: page, app, flowUrl, problems } = await launchApp({ settings: { paneSizes: { inbox: [65, 35] } } })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1900, 900))
  const answer = await post(flowUrl, leadBody({ FirstName: 'Ada', LastName: 'Byron', Company: 'Analytical Engines' }))
  expect(answer.status).toBe(202)
  const row = rowOf(page, 'Ada Byron')
  await expect.poll(() => row.count()).toBe(1)
  for (const text of ['Analytical Engines', 'Test Microsoft', 'AzureMarketplace', 'INS', 'Matches']) {
    await expect.poll(() => row.innerText()).toContain(text)
  }
  await expect.poll(() => page.getByRole('button', { name: 'Inbox, 1 unread' }).count()).toBe(1)
  await expect.poll(() => page.getByText('1 lead today').count()).toBe(1)

  await openLead(page, 'Ada Byron')
  const values = {
    'First name': 'Ada',
    'Last name': 'Byron',
    'E-mail': 'someone@contoso.com',
    Phone: '16175555555',
    Country: 'USA',
    Company: 'Analytical Engines',
    Title: 'Esquire',
    'Offer title': 'Test Microsoft',
    Description: 'Test run through Power Automate',
  }
  for (const [label, value] of Object.entries(values)) expect(await fieldValue(page, label)).toBe(value)
  expect(await fieldValue(page, 'Action code')).toContain('The customer acquired the offer')
  expect(await pane(page).locator('header').innerText()).toContain('202 Accepted')
  expect(problems).toEqual([])
})

test('each part of a lead shows what it is named for', async () => {
  const { window: page, flowUrl, problems } = await launchApp()
  const body = leadBody({ FirstName: 'Ada', Phone: null, Extra: 'more' })
  const answer = await post(flowUrl, body, { 'X-Sender': 'a test' })
  await expect.poll(() => rowOf(page, 'Ada One').count()).toBe(1)
  await openLead(page, 'Ada One')

  const lead = await openTab(page, 'Lead')
  expect(await fieldValue(page, 'Phone')).toContain('null')
  expect(await lead.innerText()).toContain('Other fields')
  expect(await fieldValue(page, 'Extra')).toContain('more')

  const json = await openTab(page, 'JSON')
  await expect.poll(() => json.innerText()).toContain('"FirstName": "Ada"')
  const raw = await openTab(page, 'Raw')
  await expect.poll(() => raw.innerText()).toContain('"FirstName":"Ada"')
  await raw.getByRole('tab', { name: 'Hex' }).click()
  await expect.poll(() => raw.innerText()).toContain('7b 22 55 73')

  const headers = await (await openTab(page, 'Headers')).innerText()
  expect(headers).toContain('X-Sender')
  expect(headers).toContain('a test')
  expect(headers).toContain('127.0.0.1')
  expect(headers).not.toContain(new URL(flowUrl).searchParams.get('sig'))

  const validation = await (await openTab(page, 'Validation')).innerText()
  expect(validation).toContain('/UserDetails/Phone')
  expect(validation).toContain('Expected String but got Null')

  const answered = await (await openTab(page, 'Answer')).innerText()
  expect(answered).toContain('HTTP/1.1 202 Accepted')
  expect(answered).toContain(String(answer.headers['x-ms-workflow-run-id']))

  const timing = await (await openTab(page, 'Timing')).innerText()
  expect(timing).toContain('Receiving the body')
  expect(timing).toMatch(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/)
  expect(problems).toEqual([])
})

test('the sample button sends over the wire, and its menu has the others', async () => {
  const { window: page } = await launchApp()
  const bar = page.getByRole('region', { name: "The flow's address" })
  await bar.getByRole('button', { name: 'Send a sample lead' }).click()
  await expect.poll(() => rowOf(page, 'Some One').count()).toBe(1)
  await expect.poll(() => page.getByText('202 Accepted').count()).toBeGreaterThan(0)

  await bar.getByRole('button', { name: 'More samples' }).click()
  await page.getByRole('menuitem', { name: /^Test lead of Partner Center/ }).click()
  await expect.poll(() => rowOf(page, 'MSFT_TEST').count()).toBe(1)
  expect(await rowOf(page, 'MSFT_TEST').innerText()).toMatch(/\bTest\b/)

  await bar.getByRole('button', { name: 'More samples' }).click()
  await page.getByRole('menuitem', { name: /^Broken JSON/ }).click()
  await expect.poll(() => rowOf(page, 'Not JSON').count()).toBe(1)
  await expect.poll(() => page.getByText('400 Bad Request').count()).toBeGreaterThan(0)
})

test('a request with a cut URL is kept and explained, and the mend copies the URL', async () => {
  const { window: page, app, flowUrl } = await launchApp()
  const answer = await post(flowUrl.slice(0, flowUrl.indexOf('&sig=')))
  expect(answer.status).toBe(401)
  const headline = 'The URL was cut before sig'
  await expect.poll(() => rowOf(page, headline).count()).toBe(1)
  await openLead(page, headline)
  expect(await pane(page).getByRole('heading', { level: 2 }).innerText()).toBe(headline)
  await pane(page).getByRole('button', { name: 'Copy the flow URL' }).click()
  await expect.poll(() => clipboard(app)).toBe(flowUrl)
  expect(await (await openTab(page, 'Answer')).innerText()).toContain('DirectApiAuthorizationRequired')
})

test('the URL is masked on the screen and whole on the clipboard', async () => {
  const { window: page, app, flowUrl } = await launchApp()
  const signature = new URL(flowUrl).searchParams.get('sig') ?? 'none'
  const bar = page.getByRole('region', { name: "The flow's address" })
  await expect.poll(() => bar.innerText()).toContain('sig=•')
  expect(await bar.innerText()).not.toContain(signature)
  await bar.getByRole('button', { name: 'Copy URL' }).click()
  await expect.poll(() => clipboard(app)).toBe(flowUrl)
  await expect.poll(() => bar.innerText()).toContain(`${flowUrl.length} characters, the whole URL`)
  await bar.getByRole('button', { name: /^Show the signature/ }).click()
  expect(await bar.innerText()).toContain(signature)
})

test('a public address gives the public URL, through which leads arrive', async () => {
  const { window: page, app, flowUrl } = await launchApp()
  const tunnel = await startTunnel(new URL(flowUrl).port)
  const bar = page.getByRole('region', { name: "The flow's address" })
  await bar.getByText('Public', { exact: true }).click()
  const address = page.getByRole('textbox', { name: 'Public address' })
  await address.fill('https://abc.example.app/some/page')
  await page.getByRole('button', { name: 'Use this address' }).click()
  await bar.getByRole('button', { name: 'Copy URL' }).click()
  await expect.poll(() => clipboard(app)).toMatch(/^https:\/\/abc\.example\.app\/.*workflows\/[0-9a-f]{32}.*&sig=/)

  await bar.getByRole('button', { name: 'Tunnel' }).click()
  // The tunnel of this test has only a local address, which the form refuses: nobody outside could reach it.
  await address.fill(tunnel)
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect.poll(() => page.getByText(/can be reached from this computer only/).count()).toBe(1)
  await page.keyboard.press('Escape')
  const publicPath = new URL(await clipboard(app))
  const answer = await post(`${tunnel}${publicPath.pathname}${publicPath.search}`, leadBody({ LastName: 'Tunnelled' }))
  expect(answer.status).toBe(202)
  await expect.poll(() => rows(page).count()).toBe(1)
})

function clipboard(app: LaunchedApp['app']): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

/** Passes requests on to the receiver's port, as a tunnel does, with the tunnel's own Host. */
async function startTunnel(port: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const answer = await post(`http://127.0.0.1:${port}${request.url}`, Buffer.concat(pieces), {
      'X-Forwarded-For': '203.0.113.7',
    })
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
