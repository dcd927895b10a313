import { z } from 'zod'
import { conditionOperators } from './condition-operators'

const templateSchema = z.string().max(200_000)
const idSchema = z.string().min(1).max(64)

/** When a step runs: after the one before it ended in one of these states. As *Configure run after* in Power Automate. */
const runAfterSchema = z.array(z.enum(['Succeeded', 'Failed', 'Skipped', 'TimedOut'])).min(1)

const common = {
  id: idSchema,
  /** Shown on the card and in the run; unique in the flow. */
  name: z.string().trim().min(1).max(100),
  runAfter: runAfterSchema.default(['Succeeded']),
}

const nameAndTemplate = z.strictObject({ name: z.string().max(500), value: templateSchema })

/** *Create a new record*: a CRM's lead, column by column. `connectionId` null keeps it in the rehearsal's table. */
export const createRecordSchema = z.strictObject({
  ...common,
  type: z.literal('create-record'),
  system: z.enum(['dataverse', 'salesforce', 'hubspot']),
  connectionId: idSchema.nullable(),
  columns: z.array(nameAndTemplate).max(200),
})

/** *Send an email (V2)*: To, Cc and Bcc are addresses split by `;`. `connectionId` null keeps it in the local outbox. */
export const sendEmailSchema = z.strictObject({
  ...common,
  type: z.literal('send-email'),
  connectionId: idSchema.nullable(),
  to: templateSchema,
  cc: templateSchema.default(''),
  bcc: templateSchema.default(''),
  subject: templateSchema,
  /** HTML, as the real action takes it: bare line breaks collapse. */
  body: templateSchema,
  importance: z.enum(['low', 'normal', 'high']).default('normal'),
})

/** *HTTP*: the host is fixed in the definition; only path, query, headers and body may hold tokens. */
export const httpActionSchema = z.strictObject({
  ...common,
  type: z.literal('http'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: templateSchema,
  headers: z.array(nameAndTemplate).max(100),
  body: templateSchema,
  /** Let it call addresses of this computer and of private networks. */
  allowPrivate: z.boolean().default(false),
  timeoutSeconds: z.number().int().min(1).max(120).default(100),
})

/** *Response*: what the trigger answers; without one it answers 202 at once. */
export const responseActionSchema = z.strictObject({
  ...common,
  type: z.literal('response'),
  status: z.number().int().min(200).max(599),
  headers: z.array(nameAndTemplate).max(100),
  body: templateSchema,
  delaySeconds: z.number().min(0).max(300).default(0),
  /** For trials: `drop` closes the connection without an answer. */
  trial: z.enum(['answer', 'drop']).default('answer'),
})

const simpleActions = [createRecordSchema, sendEmailSchema, httpActionSchema, responseActionSchema] as const

/** *Condition*: the steps of one branch run; those of the other are skipped. Branches hold no further conditions. */
export const conditionSchema = z.strictObject({
  ...common,
  type: z.literal('condition'),
  left: templateSchema,
  operator: z.enum(conditionOperators),
  right: templateSchema,
  ifTrue: z.array(z.discriminatedUnion('type', simpleActions)).max(20),
  ifFalse: z.array(z.discriminatedUnion('type', simpleActions)).max(20),
})

export const flowActionSchema = z.discriminatedUnion('type', [...simpleActions, conditionSchema])
export const flowActionsSchema = z.array(flowActionSchema).max(50)
