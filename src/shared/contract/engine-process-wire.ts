import type { AppErrorData } from '../app-error'
import type { ReceiverState } from '../receiver-state'
import type { EngineSettings } from '../settings'

/** What the Electron shell posts to the engine's utility process; `connect` carries one MessagePort for a window. */
export type ShellToEngine =
  | {
      readonly kind: 'start'
      readonly dataFolder: string
      readonly settings: EngineSettings
      /** What secret values are sealed with; null keeps them for the session only. */
      readonly secretKey: Uint8Array | null
    }
  /** From now on secrets are kept: those of the session too. */
  | { readonly kind: 'secret-key'; readonly secretKey: Uint8Array }
  | { readonly kind: 'connect' }
  | { readonly kind: 'settings'; readonly settings: EngineSettings }
  /** A file that the user chose in a dialog; commands name it by its token. */
  | { readonly kind: 'grant-file'; readonly token: string; readonly path: string }
  | { readonly kind: 'stop' }

/** What the engine's process posts to the shell. */
export type EngineToShell =
  /** `flowUrl` is the default flow's full URL with its secret: for standard output and the clipboard, never for a log. */
  | { readonly kind: 'ready'; readonly receiver: ReceiverState; readonly flowUrl: string }
  | { readonly kind: 'receiver'; readonly receiver: ReceiverState; readonly flowUrl: string }
  /** It cannot run here and a restart would not help; the process exits afterwards. */
  | { readonly kind: 'refused'; readonly error: AppErrorData }
  /** New leads for a desktop notice; at most one such message a second. */
  | { readonly kind: 'lead-notice'; readonly leads: readonly LeadNotice[]; readonly count: number }
  | { readonly kind: 'stopped' }

export type LeadNotice = { readonly id: number; readonly name: string; readonly company: string }
