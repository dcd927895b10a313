import { z } from 'zod'

export const flowMethods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const
export const flowStates = ['started', 'disabled', 'suspended', 'deleted'] as const
export const flowTriggerers = ['anyone', 'tenant'] as const

/** A flow with the trigger "When an HTTP request is received". Ids as Power Automate prints them: 32 hex digits. */
export type Flow = {
  readonly id: string
  readonly name: string
  readonly state: (typeof flowStates)[number]
  /** "Who can trigger the flow": `tenant` answers anonymous senders with 401, as new flows do by default. */
  readonly triggeredBy: (typeof flowTriggerers)[number]
  readonly method: (typeof flowMethods)[number]
  /** "Request Body JSON Schema" as the user pasted it; '' means none. */
  readonly schemaText: string
  /** The trigger's switch "Schema Validation": off (the default) answers 202 to a lead that does not match. */
  readonly schemaValidation: boolean
  /** 43 characters base64url = 256 bits; the secret of the flow's URL. */
  readonly signature: string
  readonly createdAt: number
}

export const flowIdSchema = z.string().min(1).max(64)
export const flowNameSchema = z.string().trim().min(1).max(200)

/** Deleting a flow and bringing it back are commands of their own. */
export const flowChangesSchema = z.strictObject({
  name: flowNameSchema.optional(),
  state: z.enum(['started', 'disabled', 'suspended']).optional(),
  triggeredBy: z.enum(flowTriggerers).optional(),
  method: z.enum(flowMethods).optional(),
  schemaText: z.string().max(65_536).optional(),
  schemaValidation: z.boolean().optional(),
})

export type FlowChanges = z.infer<typeof flowChangesSchema>
