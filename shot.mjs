import { chromium } from 'playwright-core'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' }
const server = createServer(async (req, res) => {
  const p = new URL(req.url, 'http://x').pathname
  try { const b = await readFile('/tmp/h/out-h' + p); res.setHeader('content-type', types[p.split('.').pop()] ?? 'application/octet-stream'); res.end(b) } catch { res.statusCode = 404; res.end() }
}).listen(0, '127.0.0.1')
await new Promise((d) => server.once('listening', d))
const base = `http://127.0.0.1:${server.address().port}/h.html`
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const shots = JSON.parse(process.argv[2])
for (const { n, q, w = 500, h = 660, act } of shots) {
  const page = await browser.newPage({ viewport: { width: w, height: h } })
  page.on('console', (m) => ['error','warning'].includes(m.type()) && console.log(n, m.text().slice(0, 300)))
  page.on('pageerror', (e) => console.log(n, 'PAGEERROR', e.message))
  await page.goto(base + '?' + q)
  await page.waitForTimeout(500)
  for (const [kind, sel, arg] of act ?? []) {
    if (kind === 'tab') await page.getByRole('tab', { name: sel }).first().click()
    else if (kind === 'click') await page.locator(sel).first().click(arg ?? {})
    else if (kind === 'button') await page.getByRole('button', { name: sel }).first().click()
    else if (kind === 'key') await page.keyboard.press(sel)
    await page.waitForTimeout(300)
  }
  await page.waitForTimeout(200)
  await page.screenshot({ path: `/tmp/h/shots/${n}.png` })
  await page.close()
}
await browser.close(); server.close()
