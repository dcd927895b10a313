import type { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import type {
  conditionSchema,
  createRecordSchema,
  flowActionSchema,
  httpActionSchema,
  responseActionSchema,
  sendEmailSchema,
} from './action-schema'

// Only types come from the schemas: the window edits flows and starts without zod.

export type CreateRecordAction = DeepReadonly<z.infer<typeof createRecordSchema>>
export type SendEmailAction = DeepReadonly<z.infer<typeof sendEmailSchema>>
export type HttpAction = DeepReadonly<z.infer<typeof httpActionSchema>>
export type ResponseAction = DeepReadonly<z.infer<typeof responseActionSchema>>
export type ConditionAction = DeepReadonly<z.infer<typeof conditionSchema>>
/** A step of a flow after its trigger. */
export type FlowAction = DeepReadonly<z.infer<typeof flowActionSchema>>
