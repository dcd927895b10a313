import { request } from 'node:http'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from '../helpers/app'
import { fieldValue, leadBody, openLead, openTab, pane, rowOf, rows } from '../helpers/inbox'
import { post } from '../helpers/post'

/** What senders, or attackers, put into fields; `shown` is what has to stand on the screen, letter by letter. */
const hostile: readonly { readonly sent: string; readonly shown?: string }[] = [
  { sent: '<script>globalThis.pwned=1</script>' },
  { sent: '<img src=x onerror="globalThis.pwned=1">' },
  { sent: '"><svg onload=globalThis.pwned=1>' },
  { sent: "' onmouseover='globalThis.pwned=1" },
  { sent: 'javascript:globalThis.pwned=1' },
  { sent: '<a href="https://example.com/">click</a>' },
  { sent: '<meta http-equiv="refresh" content="0;url=https://example.com/">' },
  { sent: '{{name}} {{- count}} {{constructor.constructor("globalThis.pwned=1")()}}' },
  { sent: '$t(common:cancel) $t(list.noName, {"count": 1})' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is what is sent
  { sent: '${globalThis.pwned=1} %s %n <%= 7*7 %> &amp; &lt;b&gt;' },
  { sent: '=HYPERLINK("https://example.com/","click")' },
  { sent: 'ab\u202Egpj.exe\u2066x\u2069', shown: 'abU+202Egpj.exeU+2066xU+2069' },
  { sent: 'nul\u0000bell\u0007esc\u001B[31mred', shown: 'nul␀bell␇esc␛[31mred' },
  { sent: 'zero\u200Bwidth\uFEFFmark', shown: 'zeroU+200BwidthU+FEFFmark' },
  { sent: '👩‍👩‍👧‍👦 e\u0301 اسم 名前 🏴󠁧󠁢󠁥󠁮󠁧󠁿'.slice(0, 24) },
  { sent: '__proto__' },
]

const columns = ['FirstName', 'LastName', 'Email', 'Phone', 'Country', 'Company', 'Title'] as const

test('hostile text in every field is text on the screen, and nothing runs', { timeout: 240_000 }, async () => {
  const launched = await launchApp()
  const { window: page, flowUrl } = launched
  const isUnharmed = await watchForHarm(launched)
  for (const [at, { sent }] of hostile.entries()) {
    const values = Object.fromEntries(columns.map((name) => [name, mark(at) + sent]))
    const body = leadBody({ ...values, LeadSource: sent, ActionCode: sent, OfferTitle: sent, Description: sent })
    // As text, since `__proto__` is no key like others to JavaScript.
    const field = `${JSON.stringify(sent)}:${JSON.stringify(sent)}`
    expect((await post(flowUrl, `${body.slice(0, -1)},${field}}`)).status).toBe(202)
  }
  await expect.poll(() => rows(page).count()).toBe(hostile.length)

  for (const [at, { sent, shown = sent }] of hostile.entries()) {
    const row = rowOf(page, mark(at))
    await expect
      .poll(() => textOf(page, `#lead-list [aria-rowindex="${hostile.length - at + 1}"]`))
      .toContain(mark(at) + shown)
    await row.hover()
    await openLead(page, mark(at))
    await openTab(page, 'Lead')
    await expect.poll(() => fieldValue(page, 'Company')).toBe(mark(at) + shown)
    expect(await fieldValue(page, 'Description')).toContain(shown)
    expect(await textOf(page, '#lead-detail-panel')).toContain('Other fields')
    expect(await pane(page).getByRole('heading', { level: 2 }).textContent()).toContain(mark(at) + shown)
    for (const tab of ['JSON', 'Raw', 'Validation', 'Timing']) await openTab(page, tab)
    await isUnharmed()
  }
})

test('hostile filters, searches, comparisons and the palette are text too', { timeout: 180_000 }, async () => {
  const launched = await launchApp()
  const { window: page, flowUrl } = launched
  const isUnharmed = await watchForHarm(launched)
  for (const [at, { sent }] of hostile.entries()) {
    await post(
      flowUrl,
      leadBody({ LastName: mark(at) + sent, Company: mark(at) + sent, Country: sent, OfferTitle: sent }),
    )
  }
  await expect.poll(() => rows(page).count()).toBe(hostile.length)

  const filters = page.getByRole('group', { name: 'Filters' })
  for (const facet of ['Country', 'Offer']) {
    await filters.getByRole('button', { name: facet }).click()
    await expect.poll(() => page.getByRole('menuitemcheckbox').count()).toBe(hostile.length)
    const values = (await page.getByRole('menuitemcheckbox').allTextContents()).join('\n')
    for (const { sent, shown = sent } of hostile) expect(values).toContain(shown.slice(0, 50))
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('menu').count()).toBe(0)
  }
  for (const at of [1, 7, 8, 12]) {
    const { sent = '', shown = sent } = hostile[at] ?? {}
    await filters.getByRole('button', { name: 'Country' }).click()
    await page
      .getByRole('menuitemcheckbox')
      .filter({ hasText: shown.slice(0, 20) })
      .click()
    await page.keyboard.press('Escape')
    await expect.poll(() => rows(page).count()).toBe(1)
    expect(await page.getByText('Country: ').first().textContent()).toContain(`Country: ${shown}`)
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(() => rows(page).count()).toBe(hostile.length)
  }

  const search = page.getByRole('searchbox', { name: 'Search leads' })
  for (const { sent } of hostile) {
    await search.fill(sent.replaceAll('\u0000', '').slice(0, 100))
    await search.press('Enter')
  }
  await search.fill('$t(common:cancel) {{text}}nothing')
  await expect.poll(() => page.getByText('No lead matches “$t(common:cancel) {{text}}nothing”.').count()).toBe(1)
  await search.press('Escape')
  await expect.poll(() => rows(page).count()).toBe(hostile.length)

  await rowOf(page, mark(1)).click()
  await rowOf(page, mark(8)).click({ modifiers: ['Control'] })
  await pane(page).getByRole('button', { name: 'Compare the two' }).click()
  const compared = pane(page).getByRole('region', { name: 'Two leads compared' })
  await expect.poll(() => compared.textContent()).toContain(mark(1) + hostile[1]?.sent)
  expect(await compared.textContent()).toContain(mark(8) + hostile[8]?.sent)

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('listbox', { name: 'Commands, flows, requests and leads' })
  for (const at of [0, 1, 7, 8, 11]) {
    const { sent = '', shown = sent } = hostile[at] ?? {}
    await page.getByRole('combobox').fill(mark(at))
    await expect.poll(() => palette.textContent()).toContain(mark(at) + shown)
  }
  await isUnharmed()
})

test('hostile headers, paths and bodies are text in every tab', { timeout: 180_000 }, async () => {
  const launched = await launchApp()
  const { window: page, flowUrl } = launched
  const isUnharmed = await watchForHarm(launched)
  const printable = hostile.map(({ sent }) => sent).filter((sent) => /^[\x20-\x7e]+$/.test(sent))
  const headers = Object.fromEntries(printable.map((sent, at) => [`X-Hostile-${at}`, sent]))
  await post(flowUrl, leadBody({ LastName: 'HeaderLead' }), {
    ...headers,
    'X-Forwarded-For': '<img src=x onerror=globalThis.pwned=1>',
  })
  await postPath(flowUrl, '/<script>globalThis.pwned=1</script>/{{x}}/$t(common:cancel)?<img/src=x/onerror=alert(1)>')
  await post(flowUrl, '<html><script>globalThis.pwned=1</script>', { 'Content-Type': 'text/html' })
  await post(flowUrl, Buffer.from([0, 1, 2, 255, 254, 60, 115, 99, 114, 105, 112, 116, 62]))
  await expect.poll(() => rows(page).count()).toBe(4)

  await openLead(page, 'HeaderLead')
  await openTab(page, 'Headers')
  const shown = await textOf(page, '#lead-detail-panel')
  for (const sent of printable) expect(shown).toContain(sent)

  await openLead(page, 'Not the URL of a flow')
  expect(await pane(page).textContent()).toContain('<script>globalThis.pwned=1</script>/{{x}}/$t(common:cancel)')
  await openTab(page, 'Headers')
  expect(await textOf(page, '#lead-detail-panel')).toContain('onerror=alert(1)>')

  for (let at = 0; at < 4; at++) {
    await rows(page).nth(at).click()
    for (const tab of ['Lead', 'JSON', 'Raw', 'Headers', 'Validation', 'Answer', 'Timing']) await openTab(page, tab)
  }
  await isUnharmed()
})

test('names of a hundred thousand characters cost little', { timeout: 120_000 }, async () => {
  const launched = await launchApp()
  const { window: page, flowUrl } = launched
  const isUnharmed = await watchForHarm(launched)
  const long = `Long${'n'.repeat(100_000)}`
  await post(flowUrl, leadBody({ FirstName: long, LastName: long, Company: long, OfferTitle: long, Country: long }))
  await post(flowUrl, leadBody({ LastName: `\u202E${'\u0000'.repeat(100_000)}` }))
  await expect.poll(() => rows(page).count()).toBe(2)
  await openLead(page, 'Long')
  expect((await textOf(page, '#lead-list'))?.length).toBeLessThan(5000)
  await expect.poll(() => fieldValue(page, 'Company')).toContain('Show all')
  for (const tab of ['JSON', 'Raw', 'Validation']) await openTab(page, tab)
  await rows(page).filter({ hasText: '␀' }).click()
  await openTab(page, 'Lead')
  await expect.poll(() => fieldValue(page, 'Last name')).toContain('U+202E␀␀␀')
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(5000)
  await isUnharmed()
})

/** Starts each marked value, so that its row can be found. */
function mark(at: number): string {
  return `h${String(at).padStart(2, '0')}:`
}

/** The text as the page holds it: `innerText` would be changed by the layout. */
function textOf(page: Page, selector: string): Promise<string | null> {
  return page.locator(selector).first().textContent()
}

/** Listens for everything that hostile text could bring about; the returned check says that none of it happened. */
async function watchForHarm({ app, window: page, problems }: LaunchedApp): Promise<() => Promise<void>> {
  const happened: string[] = []
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('framenavigated', (frame) => happened.push(`navigation to ${frame.url()}`))
  page.on('request', (sent) => {
    if (!sent.url().startsWith('app://') && !sent.url().startsWith('data:')) happened.push(`request to ${sent.url()}`)
  })
  const url = page.url()
  return async () => {
    expect(happened).toEqual([])
    expect(problems).toEqual([])
    expect(page.url()).toBe(url)
    expect(app.windows()).toHaveLength(1)
    const found = await page.evaluate(() => ({
      pwned: Reflect.get(globalThis, 'pwned'),
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      elements: document.querySelectorAll('img, iframe, #root script, a[href], [onerror], [onload], [onmouseover]')
        .length,
    }))
    expect(found).toEqual({ pwned: undefined, require: 'undefined', process: 'undefined', elements: 0 })
  }
}

/** POSTs to a path as it is, without the encoding that a URL object would do. */
function postPath(flowUrl: string, path: string): Promise<void> {
  const { hostname, port } = new URL(flowUrl)
  return new Promise((done, failed) => {
    request({ hostname, port, path, method: 'POST' }, (response) => response.resume().on('end', done))
      .on('error', failed)
      .end(leadBody())
  })
}
