import { shellChannels } from '@shared/contract/shell-channels'
import type { ShellEvent } from '@shared/contract/shell-commands'
import { type BrowserWindow, ipcMain, MessageChannelMain } from 'electron'
import type { EngineHost } from './engine-host'
import type { MainWindow } from './main-window'
import { isOwnPage } from './sender-check'

export type PageConnection = {
  /** Tells the page; what comes before it listens is kept until it does. */
  readonly send: (event: ShellEvent) => void
  /** To be called for each new window: its page starts deaf. */
  readonly follow: (window: BrowserWindow) => void
}

/** Gives each page, after each load and after each start of the engine, a port to the engine of its own. */
export function connectPages(engine: EngineHost, window: MainWindow): PageConnection {
  let listening = false
  let waiting: readonly ShellEvent[] = []

  const contents = () => (listening ? (window.current()?.webContents ?? null) : null)

  const connect = (): void => {
    const page = contents()
    if (page === null || !engine.isReady()) return
    const { port1, port2 } = new MessageChannelMain()
    engine.post({ kind: 'connect' }, [port1])
    page.postMessage(shellChannels.enginePort, null, [port2])
  }

  const send = (event: ShellEvent): void => {
    const page = contents()
    if (page === null) waiting = [...waiting, event]
    else page.send(shellChannels.event, event)
  }

  ipcMain.on(shellChannels.ready, (event) => {
    if (!isOwnPage(event, window.current())) return
    listening = true
    for (const kept of waiting) event.sender.send(shellChannels.event, kept)
    waiting = []
    connect()
  })
  engine.onMessage((message) => {
    if (message.kind === 'ready') connect()
  })

  return {
    send,
    follow: (created) => {
      const startDeaf = (): void => {
        listening = false
        // The page asks for states when it starts; only what the user did must not be lost.
        waiting = waiting.filter((event) => event.type === 'menu' || event.type === 'open-lead')
      }
      startDeaf()
      created.on('closed', startDeaf)
      created.webContents.on('did-start-navigation', (details) => {
        if (details.isMainFrame && !details.isSameDocument) startDeaf()
      })
      created.webContents.on('render-process-gone', startDeaf)
    },
  }
}
