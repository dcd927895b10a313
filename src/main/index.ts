import { app, Menu } from 'electron'
import { setUpIdentity } from './app-identity'
import { registerAppScheme, serveAppFiles } from './app-protocol'
import { applySettings } from './apply-settings'
import { setUpDesktopNotices } from './desktop-notices'
import { followEditMenu } from './edit-menu'
import { startEngine } from './engine-host'
import { grantFiles } from './granted-files'
import { openHelp } from './help-links'
import { type Log, setUpLog } from './log'
import { type MainWindow, setUpMainWindow } from './main-window'
import { setUpMenu } from './menu'
import { connectPages } from './page-connection'
import { receiverPrinter } from './receiver-output'
import { openSecretKey } from './secret-key'
import { openSettings } from './settings-store'
import { shellHandlers } from './shell-handlers'
import { serveShellCommands } from './shell-ipc'
import { setUpShutdown } from './shutdown'
import { takeSingleInstanceLock } from './single-instance'
import { shellText } from './texts'
import { setUpUncaughtErrors } from './uncaught-errors'
import { refuseNavigation, restrictPermissions } from './web-security'

let mainWindow: MainWindow | null = null

const dataFolder = setUpIdentity()
if (takeSingleInstanceLock(() => mainWindow?.show())) {
  const log = setUpLog(dataFolder)
  setUpUncaughtErrors(log, () => mainWindow !== null)
  registerAppScheme()
  // Electron's helpers do not start with both; `--no-sandbox` is what root in a container has to say.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  refuseNavigation(log)
  // Ours follows with the window: without this Electron would first build one of its own.
  Menu.setApplicationMenu(null)
  void app.whenReady().then(() => start(log))
} else {
  process.stdout.write(`${shellText('output.alreadyRunning')}\n`)
  app.exit(0)
}

/** Everything in its order, once Electron is ready: the engine first, since it takes longest. */
function start(log: Log): void {
  const settings = openSettings(dataFolder, log)
  const secretKey = (): Uint8Array | null => openSecretKey(dataFolder, settings.get().keepSecretsWithoutKeyring, log)
  const engine = startEngine(dataFolder, () => ({ settings: settings.get().engine, secretKey: secretKey() }), log)
  engine.onMessage(receiverPrinter((line) => process.stdout.write(`${line}\n`)))
  settings.onChange((next) => engine.post({ kind: 'settings', settings: next.engine }))
  settings.onChange((next, before) => {
    const key = next.keepSecretsWithoutKeyring && !before.keepSecretsWithoutKeyring ? secretKey() : null
    if (key !== null) engine.post({ kind: 'secret-key', secretKey: key })
  })
  setUpShutdown(engine, log)

  applySettings(settings, log)
  restrictPermissions()
  serveAppFiles()

  const window = setUpMainWindow(dataFolder, log, (created) => {
    page.follow(created)
    followEditMenu(created)
    created.on('focus', notices.forget)
  })
  const page = connectPages(engine, window)
  const files = grantFiles(engine)
  const notices = setUpDesktopNotices(engine, window, settings, (id) => page.send({ type: 'open-lead', id }))
  serveShellCommands(shellHandlers({ dataFolder, settings, engine, files, window }), window, log)
  setUpMenu({
    send: (command) => {
      window.show()
      page.send({ type: 'menu', command })
    },
    openHelp: (topic) => void openHelp(topic).catch((error) => log.error('The browser could not be opened', error)),
  })
  engine.onState((state) => page.send({ type: 'engine-process', process: state }))
  settings.onChange((next) => page.send({ type: 'settings-changed', settings: next }))

  app.on('activate', window.show)
  window.show()
  mainWindow = window
}
