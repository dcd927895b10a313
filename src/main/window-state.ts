import { type BrowserWindow, screen } from 'electron'
import Store from 'electron-store'
import type { Log } from './log'
import { placeWindow, type Rectangle, type WindowPlacement, windowPlacementSchema } from './window-placement'

export type WindowState = {
  readonly bounds: Rectangle
  readonly maximised: boolean
  /** Remembers how the window is left from now on. */
  readonly follow: (window: BrowserWindow) => void
}

/** The window's place from `window-state.json` in the data folder; a broken file counts as none. */
export function openWindowState(dataFolder: string, log: Log): WindowState {
  const store = new Store<{ placement?: WindowPlacement }>({
    cwd: dataFolder,
    name: 'window-state',
    clearInvalidConfig: true,
  })
  const saved = windowPlacementSchema.safeParse(store.get('placement'))
  const placement = saved.success ? saved.data : null
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)

  const save = (window: BrowserWindow): void => {
    try {
      store.set('placement', { bounds: window.getNormalBounds(), maximised: window.isMaximized() })
    } catch (error) {
      log.warn(`The window's place could not be saved: ${String(error)}`)
    }
  }
  return {
    bounds: placeWindow(placement, workAreas),
    maximised: placement?.maximised ?? false,
    follow: (window) => {
      // Not only on close: a session that the system ends abruptly should be remembered too.
      let timer: NodeJS.Timeout | undefined
      const saveSoon = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => save(window), 500)
      }
      window.on('resize', saveSoon)
      window.on('move', saveSoon)
      window.on('close', () => {
        clearTimeout(timer)
        save(window)
      })
    },
  }
}
