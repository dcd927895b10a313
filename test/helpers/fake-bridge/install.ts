import { toErrorData } from '@shared/app-error'
import { enginePortMessage } from '@shared/contract/bridge'
import type { Handlers } from '@shared/contract/command'
import { type ShellCommands, type ShellEvent, shellCommands } from '@shared/contract/shell-commands'
import { changeSettings, defaultSettings, type Settings } from '@shared/settings'
import { serveFakeEngine } from './fake-engine'

/**
 * Puts a fake `window.leadInspector` on a page in a plain browser. Options in the page's address:
 * `?leads=300&live=2&theme=dark&receiver=port-in-use&disk=disk-full&notice=1&process=restarting`.
 */
const options = new URLSearchParams(location.search)
let settings: Settings = {
  ...defaultSettings,
  theme: options.get('theme') === 'dark' ? 'dark' : 'light',
  publicBaseUrl: options.get('public') ?? '',
}
const listeners = new Set<(event: ShellEvent) => void>()
const tell = (event: ShellEvent) => {
  for (const listener of listeners) listener(event)
}

const handlers: Handlers<ShellCommands> = {
  'settings.get': () => settings,
  'settings.change': ({ changes }) => {
    settings = changeSettings(settings, changes)
    tell({ type: 'settings-changed', settings })
    return settings
  },
  'clipboard.write': ({ text }) => {
    Object.assign(window, { lastCopied: text })
    return null
  },
  'file.choose-save': ({ suggestedName }) => ({ token: 'made-up', name: suggestedName }),
  'file.save-text': ({ suggestedName }) => ({ token: 'made-up', name: suggestedName }),
  'file.reveal': () => null,
  'data-folder.open': () => null,
  'help.open': () => null,
  'engine.state': () =>
    options.get('process') === 'restarting' ? { state: 'restarting', attempt: 2, inMs: 4000 } : { state: 'running' },
  'engine.restart': () => null,
  about: () => ({ version: '0.1.0', electron: '33.2.1', chromium: '130.0', node: '20.18.1', licence: 'MIT' }),
}

Object.assign(window, {
  // The screenshots and experiments send shell events (menu commands …) through this.
  tellShellEvent: tell,
  leadInspector: {
    platform: 'linux',
    callShell: async (name: string, input: unknown) => {
      try {
        const command = name as keyof ShellCommands
        const checked = shellCommands[command].input.parse(input)
        return { ok: true, output: await (handlers[command] as (input: unknown) => unknown)(checked) }
      } catch (error) {
        return { ok: false, error: toErrorData(error) }
      }
    },
    onShellEvent: (listener: (event: ShellEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ready: () => {
      const { port1, port2 } = new MessageChannel()
      const receiver = options.get('receiver')
      serveFakeEngine(port1, {
        leads: Number(options.get('leads') ?? 300),
        live: Number(options.get('live') ?? 0),
        receiver: receiver === 'stopped' || receiver === 'port-in-use' ? receiver : 'listening',
        disk: options.get('disk') === 'disk-full' ? 'disk-full' : 'ok',
        notice: options.has('notice'),
      })
      window.postMessage({ type: enginePortMessage }, '*', [port2])
    },
  },
})
