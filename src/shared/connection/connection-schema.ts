import { z } from 'zod'

const nameSchema = z.string().trim().min(1).max(100)
const secretSchema = z.string().max(10_000)

/** How an action reaches a real system. Secrets come in with a change and never go out again. */
export const connectionSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('smtp'),
    host: z.string().trim().min(1).max(255),
    port: z.number().int().min(1).max(65_535),
    security: z.enum(['none', 'starttls', 'tls']),
    user: z.string().max(500),
    from: z.string().max(500),
    verifyTls: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('dataverse'),
    /** `https://contoso.crm.dynamics.com` */
    organisation: z.string().max(500),
    tenantId: z.string().max(100),
    clientId: z.string().max(100),
    /** Where tokens come from; the Microsoft identity platform unless a stand-in is tried. */
    authority: z.string().max(500),
  }),
  z.strictObject({ kind: z.literal('salesforce'), url: z.string().max(500), organisationId: z.string().max(100) }),
  z.strictObject({ kind: z.literal('hubspot'), url: z.string().max(500) }),
])

export const connectionChangesSchema = z.strictObject({
  name: nameSchema,
  settings: connectionSettingsSchema,
  /** Password, client secret or token; null leaves what is stored. */
  secret: secretSchema.nullable(),
})
