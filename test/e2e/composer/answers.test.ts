import type { RequestListener } from 'node:http'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchApp } from '../../helpers/app'
import {
  answerLine,
  answerPane,
  answerPart,
  editorText,
  focused,
  newRequest,
  openComposer,
  pasteUrl,
  requestPane,
  requestParts,
  send,
  urlField,
} from '../../helpers/composer'
import { closedPort, httpServer } from '../../helpers/local-servers'

const longest = { timeout: 10_000 }

test('a cut URL, an escaped URL and a port where nothing listens are explained, and mended where they can be', async () => {
  const { window: page, app, flowUrl, problems } = await launchApp()
  await openComposer(page)

  // Cut before its signature: said before it is sent, and explained once it was.
  await newRequest(app, page, flowUrl.slice(0, flowUrl.indexOf('&sig=')))
  await expect.poll(() => doctor(page)).toContain('The URL is cut before its signature (sig)')
  await send(page)
  await expect.poll(() => answerLine(page), longest).toContain('401 Unauthorized')
  const said = await (await answerPart(page, 'Explained')).innerText()
  expect(said).toContain('The URL is not complete: its signature is missing')
  expect(said).toContain('What to do:')
  expect(said).toContain('DirectApiAuthorizationRequired')

  // Copied out of a web page: mended by one click, and then it works.
  await pasteUrl(app, page, flowUrl.replaceAll('&', '&amp;'))
  await expect.poll(() => doctor(page)).toContain('The URL has &amp; in place of &')
  await requestPane(page).getByRole('button', { name: 'Mend', exact: true }).click()
  await expect.poll(() => doctor(page)).toContain('signature present')
  await send(page)
  await expect.poll(() => answerLine(page), longest).toContain('202 Accepted')
  expect(await (await answerPart(page, 'Explained')).innerText()).toContain('Accepted')
  // The mend is taken back like any other edit.
  await urlField(page).click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => editorText(urlField(page))).toContain('&amp;')

  const port = await closedPort()
  await pasteUrl(app, page, `http://127.0.0.1:${port}/`)
  await send(page)
  await expect.poll(() => answerLine(page), longest).toContain('No answer: refused')
  expect(await (await answerPart(page, 'Explained')).innerText()).toContain(
    `Nothing listens on port ${port} of this computer`,
  )
  expect(problems).toEqual([])
})

test('a variable without a value is flagged before sending', async () => {
  const { window: page, app } = await launchApp()
  const server = await httpServer((_, response) => response.end('sent'))
  await openComposer(page)
  await newRequest(app, page, `${server.url}/{{nobodyKnows}}`)
  await send(page)
  await expect.poll(() => requestPane(page).innerText()).toContain('1 variable has no value')
  expect(server.seen).toHaveLength(0)
  await requestPane(page).getByRole('button', { name: 'Send anyway' }).click()
  await expect.poll(() => answerLine(page), longest).toContain('200 OK')
  expect(server.seen.map(({ target }) => decodeURIComponent(target))).toEqual(['/{{nobodyKnows}}'])
})

test('a slow request is cancelled; redirects and checks are shown', async () => {
  const { window: page, app, problems } = await launchApp()
  const server = await httpServer(listener)
  await openComposer(page)
  await newRequest(app, page, `${server.url}/slow`)
  await send(page)
  await expect.poll(() => server.seen.length, longest).toBe(1)
  await requestPane(page).getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => answerPane(page).innerText(), longest).toContain('You stopped this send')
  await expect.poll(() => requestPane(page).getByRole('button', { name: 'Send', exact: true }).count()).toBe(1)

  await page.getByRole('combobox', { name: 'Method' }).fill('GET')
  await page.keyboard.press('Enter')
  await pasteUrl(app, page, `${server.url}/moved`)
  await requestParts(page)
    .getByRole('tab', { name: /^Checks/ })
    .click()
  for (const [check, field, expected] of [
    ['Status is', /^Status, for example/, '200'],
    ['Header exists', 'Header', 'x-not-there'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a check' }).click()
    await page.getByRole('menuitem', { name: check }).click()
    const value = requestParts(page).getByRole('textbox', { name: field }).last()
    await value.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(expected)
  }
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => answerLine(page), longest).toContain('200 OK')
  expect(await answerLine(page)).toContain('1 redirect')
  expect(await (await answerPart(page, 'Connection')).innerText()).toContain('/moved')
  const checked = (await (await answerPart(page, 'Checks')).innerText()).replace(/\s+/g, ' ')
  expect(checked).toMatch(/Passed: status is 200/)
  expect(checked).toMatch(/Failed: header x-not-there is there/)
  await expect.poll(() => requestParts(page).innerText()).toContain('Holds')
  expect(await (await answerPart(page, 'Body')).innerText()).toContain('"landed": true')
  expect(await (await answerPart(page, 'Timing')).innerText()).toContain('Connecting')
  expect(problems).toEqual([])
})

test('the window goes on listening to the keyboard while 50 MB arrive and when they are shown', async () => {
  const { window: page, app, problems } = await launchApp()
  const server = await httpServer(listener)
  await openComposer(page)
  await newRequest(app, page, `${server.url}/big`)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => server.seen.length, longest).toBe(1)
  // A key every now and then until the answer is there, and a few more with its body on the screen.
  const waits: number[] = []
  const press = async () => {
    const before = (await editorText(urlField(page))).length
    const at = Date.now()
    await page.keyboard.press('x')
    await expect.poll(async () => (await editorText(urlField(page))).length, { interval: 5 }).toBe(before + 1)
    waits.push(Date.now() - at)
  }
  await expect.poll(() => focused(page)).toBe('Request URL')
  do await press()
  while ((await answerPane(page).locator('header').count()) === 0)
  const whileArriving = waits.length
  expect(await answerLine(page)).toMatch(/200 OK.*5\d(\.\d+)? MB/s)
  const body = await answerPart(page, 'Body')
  await expect.poll(() => body.innerText(), longest).toMatch(/Part 1 of \d+/)
  await urlField(page).click()
  for (let key = 0; key < 3; key++) await press()
  expect(whileArriving).toBeGreaterThan(1)
  expect(Math.max(...waits)).toBeLessThan(2000)
  expect(problems).toEqual([])
})

/** What the line under the URL says. */
function doctor(page: Page): Promise<string> {
  return requestPane(page).getByRole('status').first().innerText()
}

const listener: RequestListener = (request, response) => {
  switch (request.url) {
    case '/slow':
      return
    case '/moved':
      return void response.writeHead(302, { Location: '/landed' }).end()
    case '/landed':
      return void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"landed":true}')
    case '/big': {
      const item = JSON.stringify({ name: 'n'.repeat(1000) })
      const items = Math.ceil((52 * 1024 * 1024) / (item.length + 1))
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('[')
      response.write(`${item},`.repeat(items))
      return void response.end(`${item}]`)
    }
    default:
      response.writeHead(404).end()
  }
}
