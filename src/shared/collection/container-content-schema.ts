import { z } from 'zod'
import { checksSchema } from '../request/check-schema'
import { authSchema, requestTemplateSchema } from '../request/request-template-schema'

const nameSchema = z.string().trim().min(1).max(500)
const descriptionSchema = z.string().max(1_000_000)

export const variableSchema = z.strictObject({
  name: z.string().max(500),
  value: z.string().max(1_000_000),
  enabled: z.boolean(),
  secret: z.boolean(),
  description: z.string().max(10_000).default(''),
})

/** Scripts are kept as they are in the file, so no change names them. */
export const containerChangesSchema = z.strictObject({
  name: nameSchema.optional(),
  description: descriptionSchema.optional(),
  auth: authSchema.optional(),
  variables: z.array(variableSchema).max(5000).optional(),
})

export const requestChangesSchema = z.strictObject({
  name: nameSchema.optional(),
  description: descriptionSchema.optional(),
  request: requestTemplateSchema.optional(),
  checks: checksSchema.optional(),
})

export const newRequestSchema = z.strictObject({
  name: nameSchema,
  description: descriptionSchema.default(''),
  request: requestTemplateSchema,
  checks: checksSchema.default([]),
})

export const exampleContentSchema = z.strictObject({
  name: nameSchema,
  request: requestTemplateSchema.nullable(),
  status: z.number().int().nullable(),
  reason: z.string().max(1000),
  headers: z.array(z.tuple([z.string(), z.string()])).max(1000),
  body: z.string().max(60_000_000),
})
