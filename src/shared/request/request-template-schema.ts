import { z } from 'zod'

const textSchema = z.string().max(2_000_000)

/** A line of a table: query parameter, header, form field. Rows that are switched off are kept and not sent. */
export const requestRowSchema = z.strictObject({
  name: textSchema,
  value: textSchema,
  enabled: z.boolean(),
  description: textSchema.default(''),
})

/** A file on disk. It is only ever read when the user has chosen it in a dialog (see `file.approve`). */
export const fileReferenceSchema = z.strictObject({ path: z.string().max(4096) })

export const formDataRowSchema = requestRowSchema.extend({
  /** The part's own content type; '' leaves it to the sender. */
  contentType: z.string().max(200).default(''),
  /** Files to send in place of the value; null for a text row. */
  files: z.array(fileReferenceSchema).nullable().default(null),
})

export const authSchema = z.discriminatedUnion('type', [
  /** As the folder or collection around it says. */
  z.strictObject({ type: z.literal('inherit') }),
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('basic'), username: textSchema, password: textSchema }),
  z.strictObject({ type: z.literal('bearer'), token: textSchema }),
  z.strictObject({
    type: z.literal('api-key'),
    name: textSchema,
    value: textSchema,
    placedIn: z.enum(['header', 'query']),
  }),
  /** A kind that this app cannot do (`oauth2`, `awsv4`, …): kept in the file, named on the screen, not sent. */
  z.strictObject({ type: z.literal('unsupported'), name: z.string().max(100) }),
])

export const bodySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({
    type: z.literal('raw'),
    language: z.enum(['json', 'text', 'xml', 'html', 'javascript']),
    text: z.string().max(60_000_000),
  }),
  z.strictObject({ type: z.literal('form-urlencoded'), rows: z.array(requestRowSchema).max(10_000) }),
  z.strictObject({ type: z.literal('form-data'), rows: z.array(formDataRowSchema).max(10_000) }),
  z.strictObject({ type: z.literal('file'), file: fileReferenceSchema.nullable() }),
  z.strictObject({ type: z.literal('graphql'), query: textSchema, variables: textSchema }),
])

export const requestSettingsSchema = z.strictObject({
  /** Milliseconds for the whole exchange; 0 waits for ever. */
  timeoutMs: z.number().int().min(0).max(3_600_000),
  followRedirects: z.boolean(),
  maxRedirects: z.number().int().min(0).max(50),
  /** Off: the certificate of the server is not checked; shown as a warning. */
  verifyTls: z.boolean(),
  /** PEM files, or one PFX file in `certificate`; the passphrase may be a `{{variable}}`. */
  clientCertificate: z
    .strictObject({
      certificate: fileReferenceSchema,
      key: fileReferenceSchema.nullable(),
      passphrase: textSchema,
    })
    .nullable(),
  /** `http://user:password@host:port`; '' goes directly. */
  proxy: z.string().max(2000),
})

/** A request as it is composed: texts may hold `{{variables}}`. */
export const requestTemplateSchema = z.strictObject({
  method: z.string().max(40),
  /** As typed, with its query. `params` has the same query as rows, and the rows that are switched off. */
  url: textSchema,
  params: z.array(requestRowSchema).max(10_000),
  /** Values of `:name` segments in the path. */
  pathVariables: z.array(requestRowSchema).max(1000),
  headers: z.array(requestRowSchema).max(10_000),
  auth: authSchema,
  body: bodySchema,
  settings: requestSettingsSchema,
})
