import icon from '@resources/icon.png?asset'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { appOrigin } from './app-files'
import type { Log } from './log'
import { buildPaths } from './paths'
import { developmentUrl } from './trusted-page'
import { minimumSize } from './window-placement'
import { openWindowState } from './window-state'

/** Fluent's `colorNeutralBackground1` of its dark and light theme, so that the window opens without a flash. */
const backgrounds = { dark: '#292929', light: '#ffffff' } as const

/** A page that dies this often within a minute is left as it is: something is wrong that reloading does not mend. */
const reloadsPerMinute = 3

export type MainWindow = {
  readonly current: () => BrowserWindow | null
  /** Opens the window where there is none, else brings it to the front. */
  readonly show: () => void
}

/** The one window. @param onCreate called for each new one, before it loads its page */
export function setUpMainWindow(dataFolder: string, log: Log, onCreate: (window: BrowserWindow) => void): MainWindow {
  let current: BrowserWindow | null = null

  const open = (): void => {
    const state = openWindowState(dataFolder, log)
    const window = new BrowserWindow({
      ...state.bounds,
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      show: false,
      title: app.getName(),
      icon,
      backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
      webPreferences: {
        preload: buildPaths.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        // Its dictionaries would be fetched from the network.
        spellcheck: false,
        devTools: !app.isPackaged || developmentUrl !== undefined,
      },
    })
    current = window
    window.once('ready-to-show', () => {
      if (state.maximised) window.maximize()
      window.show()
    })
    window.on('closed', () => {
      current = null
    })
    state.follow(window)
    reloadAfterCrash(window, log)
    onCreate(window)
    window
      .loadURL(developmentUrl ?? `${appOrigin}/index.html`)
      .catch((error) => log.error('The page did not load', error))
  }

  return {
    current: () => current,
    show: () => {
      if (current === null) {
        open()
        return
      }
      if (current.isMinimized()) current.restore()
      current.show()
      current.focus()
    },
  }
}

function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let reloads: readonly number[] = []
  window.webContents.on('render-process-gone', (_, details) => {
    log.error(`The page's process ended: ${details.reason} (${details.exitCode})`)
    const now = Date.now()
    reloads = reloads.filter((time) => now - time < 60_000)
    if (details.reason === 'clean-exit' || reloads.length >= reloadsPerMinute) return
    reloads = [...reloads, now]
    window.webContents.reload()
  })
}
