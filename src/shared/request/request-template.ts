import type { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import type {
  authSchema,
  bodySchema,
  fileReferenceSchema,
  formDataRowSchema,
  requestRowSchema,
  requestSettingsSchema,
  requestTemplateSchema,
} from './request-template-schema'

// Only types come from the schemas: the window edits requests and starts without zod.

export type RequestRow = DeepReadonly<z.infer<typeof requestRowSchema>>
export type FormDataRow = DeepReadonly<z.infer<typeof formDataRowSchema>>
export type FileReference = DeepReadonly<z.infer<typeof fileReferenceSchema>>
export type Auth = DeepReadonly<z.infer<typeof authSchema>>
export type RequestBody = DeepReadonly<z.infer<typeof bodySchema>>
export type RequestSettings = DeepReadonly<z.infer<typeof requestSettingsSchema>>
export type RequestTemplate = DeepReadonly<z.infer<typeof requestTemplateSchema>>

export const defaultRequestSettings: RequestSettings = {
  timeoutMs: 60_000,
  followRedirects: true,
  maxRedirects: 10,
  verifyTls: true,
  clientCertificate: null,
  proxy: '',
}

/** What *New* begins with: a lead is posted as JSON, so that is set. */
export const newRequest: RequestTemplate = {
  method: 'POST',
  url: '',
  params: [],
  pathVariables: [],
  headers: [],
  auth: { type: 'inherit' },
  body: { type: 'raw', language: 'json', text: '' },
  settings: defaultRequestSettings,
}

/** The methods offered in the list; any other token can be typed. */
export const requestMethods = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const
