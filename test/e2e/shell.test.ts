import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFolder, type LaunchedApp, launchApp, sandboxArgs } from '../helpers/app'
import { post } from '../helpers/post'
import { tempFolder } from '../helpers/temp-folder'

const origin = 'app://lead-inspector'

test('the window opens on its own page, without a report of the policy', async () => {
  const { window: page, problems, flowUrl, close } = await launchApp()
  await expect.poll(() => page.locator('#root > *').count()).toBeGreaterThan(0)
  expect(page.url()).toBe(`${origin}/index.html`)
  expect(flowUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/workflows\/[0-9a-f]{32}\/.*&sig=[\w-]{43}$/)
  expect(problems).toEqual([])
  await close()
})

test('the page has no Node and no way to a script, frame or address of another', async () => {
  const { window: page } = await launchApp()
  const found = await page.evaluate(async () => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    bridge: Object.keys(Reflect.get(globalThis, 'leadInspector')).sort(),
    opened: window.open('https://example.com/') !== null,
    fetched: await fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      () => 'refused',
    ),
    above: (await fetch('app://lead-inspector/..%2f..%2fpackage.json')).status,
    camera: (await navigator.permissions.query({ name: 'geolocation' })).state,
    nonce: document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '',
  }))
  expect(found).toMatchObject({
    require: 'undefined',
    process: 'undefined',
    bridge: ['callShell', 'onShellEvent', 'platform', 'ready'],
    opened: false,
    fetched: 'refused',
    above: 404,
    camera: 'denied',
  })
  // 16 bytes; the placeholder in index.html has been replaced.
  expect(found.nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
})

test('the policy stops scripts and styles that are not ours', async () => {
  const { window: page, problems } = await launchApp()
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken over"'
    document.head.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { outline: 7px solid red }'
    document.head.append(style)
    return { title: document.title, outline: getComputedStyle(document.body).outlineWidth }
  })
  expect(ran.title).not.toBe('taken over')
  expect(ran.outline).not.toBe('7px')
  await expect.poll(() => problems.filter((text) => text.includes('Content Security Policy')).length).toBe(2)
})

test('navigation is refused', async () => {
  const { window: page } = await launchApp()
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    document.body.append(link)
    link.click()
  })
  await page.evaluate(() => {
    window.location.href = 'file:///etc/passwd'
  })
  // A round trip through the shell: by then a navigation would have begun.
  await callShell(page, 'about', {})
  expect(page.url()).toBe(`${origin}/index.html`)
})

test('commands are checked before they run', async () => {
  const { window: page } = await launchApp()
  expect(await callShell(page, 'about', {})).toMatchObject({ ok: true, output: { licence: 'MIT' } })
  expect(await callShell(page, 'settings.change', { changes: { theme: 'pink' } })).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  })
  expect(await callShell(page, 'file.reveal', { token: 'guessed' })).toMatchObject({ ok: false })
  expect(await callShell(page, 'constructor', {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
})

test('a second start brings the first window to the front and ends', async () => {
  const { app, dataFolder } = await launchApp()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const electron = await app.evaluate(() => process.execPath)
  const second = spawn(electron, [...sandboxArgs, appFolder, `--user-data-dir=${dataFolder}`], { stdio: 'ignore' })
  const code = await new Promise((ended) => second.once('exit', ended))
  expect(code).toBe(0)
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())))
    .toEqual([true])
})

test('the place of the window and the settings are remembered', async () => {
  const dataFolder = tempFolder()
  const first = await launchApp({ dataFolder })
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 20, y: 30, width: 950, height: 640 }),
  )
  await expect.poll(() => bounds(first)).toMatchObject({ width: 950, height: 640 })
  await callShell(first.window, 'settings.change', { changes: { theme: 'dark' } })
  await first.close()

  const second = await launchApp({ dataFolder })
  expect(await bounds(second)).toMatchObject({ width: 950, height: 640 })
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
})

test('an engine that is killed comes back, and the window is told', async () => {
  const { app, window: page, flowUrl, output } = await launchApp()
  expect((await post(flowUrl)).status).toBe(202)
  await page.evaluate(() => {
    const states: string[] = []
    Reflect.set(globalThis, 'states', states)
    window.leadInspector.onShellEvent((event) => {
      if (event.type === 'engine-process') states.push(event.process.state)
    })
  })
  const enginePid = await app.evaluate(
    ({ app }) => app.getAppMetrics().find((process) => process.name === 'Lead Inspector engine')?.pid,
  )
  if (enginePid === undefined) throw new Error('The engine has no process.')
  process.kill(enginePid, 'SIGKILL')
  await expect
    // The state of the first start may come late, too.
    .poll(() => page.evaluate(() => Reflect.get(globalThis, 'states').slice(-2)))
    .toEqual(['restarting', 'running'])
  const urls = output.filter((line) => line.startsWith('Flow URL: ')).map((line) => line.slice('Flow URL: '.length))
  expect((await post(urls.at(-1) ?? '')).status).toBe(202)
})

test('quitting lets the engine finish, and no secret is in the log', async () => {
  const { dataFolder, flowUrl, close } = await launchApp()
  expect((await post(flowUrl)).status).toBe(202)
  await close()
  const log = readFileSync(join(dataFolder, 'logs', 'main.log'), 'utf8')
  expect(log).toContain('The engine has finished')
  expect(log).not.toContain(new URL(flowUrl).searchParams.get('sig'))
})

function callShell(page: LaunchedApp['window'], name: string, input: unknown): Promise<unknown> {
  return page.evaluate(([name, input]) => window.leadInspector.callShell(name, input), [name, input] as const)
}

function bounds({ app }: LaunchedApp): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
}
