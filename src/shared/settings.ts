import type { z } from 'zod'
import type { DeepReadonly } from './deep-readonly'
import type { engineSettingsSchema, settingsChangesSchema, settingsSchema } from './settings-schema'

// Only types come from the schemas: the window shows settings and starts without zod.

export type EngineSettings = DeepReadonly<z.infer<typeof engineSettingsSchema>>

export type Settings = DeepReadonly<z.infer<typeof settingsSchema>>

export type SettingsChanges = DeepReadonly<z.infer<typeof settingsChangesSchema>>

/** The limits of the design. Port 5323 is "LEAD" on a phone's keys. */
export const defaultSettings: Settings = {
  engine: {
    port: 5323,
    httpsEnabled: false,
    httpsPort: 5324,
    listenOn: 'loopback',
    maxBodyBytes: 25 * 1024 * 1024,
    unmatchedKept: 1000,
    retentionDays: null,
  },
  theme: 'system',
  notifyNewLeads: true,
  startWithSystem: false,
  keepSecretsWithoutKeyring: false,
  publicBaseUrl: '',
  urlBase: 'local',
  urlShape: 'logic-azure',
  inboxColumns: [],
  paneSizes: {},
}
