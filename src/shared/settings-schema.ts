import { z } from 'zod'
import type { Settings, SettingsChanges } from './settings'

const mebibyte = 1024 * 1024

/** Settings of the receiver and the engine; sizes in bytes, times in days. */
export const engineSettingsSchema = z.strictObject({
  /** 0 takes any free port (tests). */
  port: z.number().int().min(0).max(65_535),
  httpsEnabled: z.boolean(),
  httpsPort: z.number().int().min(0).max(65_535),
  /** `loopback`: 127.0.0.1 and ::1. `all`: every address of the machine; the window warns before it is set. */
  listenOn: z.enum(['loopback', 'all']),
  maxBodyBytes: z
    .number()
    .int()
    .min(1024)
    .max(100 * mebibyte),
  /** Unmatched requests kept, so that scanners on a public tunnel cannot fill the disk. */
  unmatchedKept: z.number().int().min(0).max(100_000),
  /** Leads older than this are removed (pinned ones stay), and the user is told; null keeps all. */
  retentionDays: z.number().int().min(1).max(3650).nullable(),
})

const columnSchema = z.strictObject({ id: z.string(), width: z.number(), shown: z.boolean() })

export const settingsSchema = z.strictObject({
  engine: engineSettingsSchema,
  theme: z.enum(['system', 'light', 'dark']),
  /** A desktop notice for a new lead while the window is in the background. */
  notifyNewLeads: z.boolean(),
  startWithSystem: z.boolean(),
  /** Keep secret variables on disk although the system has no keyring to lock them in: the user was warned. */
  keepSecretsWithoutKeyring: z.boolean(),
  /** The tunnel's address as the user pasted it, e.g. `https://abc.ngrok.app`; '' while there is none. */
  publicBaseUrl: z.string().max(2000),
  urlBase: z.enum(['local', 'public']),
  urlShape: z.enum(['logic-azure', 'power-platform']),
  /** Columns of the inbox in their order; empty means the default set. */
  inboxColumns: z.array(columnSchema),
  /** Sizes of split panes by name, in percent. */
  paneSizes: z.record(z.string(), z.array(z.number())),
})

export const settingsChangesSchema = settingsSchema
  .omit({ engine: true })
  .partial()
  .extend({ engine: engineSettingsSchema.partial().optional() })

/** Settings with changes applied; `engine` is merged field by field. */
export function changeSettings(settings: Settings, changes: SettingsChanges): Settings {
  return settingsSchema.parse({ ...settings, ...changes, engine: { ...settings.engine, ...changes.engine } })
}
