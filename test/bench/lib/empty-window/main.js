// The reference of bench (d): the least that Electron can do to have a window, an empty page in a sandbox.
import { app, BrowserWindow } from 'electron'

app.enableSandbox()
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => {
    window.show()
    process.stdout.write(`READY ${performance.timeOrigin + performance.now()}\n`)
    app.quit()
  })
  window.loadURL('about:blank')
})
