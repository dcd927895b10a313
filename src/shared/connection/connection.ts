import type { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import type { connectionSettingsSchema } from './connection-schema'

export type ConnectionSettings = DeepReadonly<z.infer<typeof connectionSettingsSchema>>

export type Connection = {
  readonly id: string
  readonly name: string
  readonly settings: ConnectionSettings
  readonly hasSecret: boolean
}
