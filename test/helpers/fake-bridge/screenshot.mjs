// node test/helpers/fake-bridge/screenshot.mjs OUT.png ['leads=300&theme=dark'] [WIDTHxHEIGHT] ['async script with `page`']
import { chromium } from 'playwright-core'

const [out, query = '', size = '1280x800', script = ''] = process.argv.slice(2)
const [width, height] = size.split('x').map(Number)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width, height } })
page.on('pageerror', (error) => console.log('page error:', error.message))
page.on(
  'console',
  (message) => ['error', 'warning'].includes(message.type()) && console.log(message.type(), message.text()),
)
await page.goto(`http://127.0.0.1:5399/?${query}`)
await page.waitForSelector('footer', { timeout: 60_000 })
await page.waitForTimeout(1200)
if (script) {
  const AsyncFunction = (async () => {}).constructor
  await new AsyncFunction('page', script)(page)
  await page.waitForTimeout(500)
}
if (out !== '-') await page.screenshot({ path: out })
await browser.close()
