import { AppError } from '@shared/app-error'
import type { FlowAction } from '@shared/flow/action'
import { flowActionsSchema } from '@shared/flow/action-schema'
import { type Flow, flowMethods, flowNameSchema, flowTriggerers } from '@shared/flow/flow'
import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { recognise } from '@shared/lead/recognise'
import { z } from 'zod'
import { withoutConnection, withoutSecrets } from './portable-action'

/** Larger files are not read: a flow's schema has at most 64 KiB, and few flows have long steps. */
export const flowFileLimit = 4 * 1024 * 1024

const format = 'lead-inspector-flow'
const version = 1

const flowFileSchema = z.object({
  name: flowNameSchema,
  state: z.enum(['started', 'disabled', 'suspended']),
  triggeredBy: z.enum(flowTriggerers),
  method: z.enum(flowMethods),
  schemaText: z.string().max(65_536),
  schemaValidation: z.boolean(),
  /** Files of the first days have none. */
  actions: flowActionsSchema.default([]),
})

export type FlowFile = z.infer<typeof flowFileSchema>

/**
 * A flow as the text of a file. Its id and signature, with which anyone can send leads, are in it only when asked, as is
 * what its steps hold of secrets. Connections stay here: its steps are rehearsals until others are chosen.
 */
export function flowFileText(flow: Flow, actions: readonly FlowAction[], withSignature: boolean): string {
  const { name, state, triggeredBy, method, schemaText, schemaValidation, id, signature } = flow
  const steps = actions.map(withoutConnection)
  const content = {
    name,
    state: state === 'deleted' ? 'disabled' : state,
    triggeredBy,
    method,
    schemaText,
    schemaValidation,
    actions: withSignature ? steps : steps.map(withoutSecrets),
  }
  const file = { format, version, flow: { ...content, ...(withSignature && { id, signature }) } }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * What a file says of a flow; an id and a signature in it are not taken.
 * @throws AppError `flow-file-not-known`, `flow-file-not-valid` {detail}, `flow-file-newer`
 */
export function readFlowFile(bytes: Uint8Array, name: string): FlowFile {
  const file = parse(bytes, name)
  if (!isJsonObject(file) || file.format !== format) throw notAFlow(file, name)
  if (typeof file.version === 'number' && file.version > version) throw new AppError('flow-file-newer', { name })
  const read = flowFileSchema.safeParse(file.flow)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new AppError('flow-file-not-valid', { name, detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` })
}

function parse(bytes: Uint8Array, name: string): JsonValue {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!/^\s*\{/.test(text)) throw new AppError('flow-file-not-known', { name }, { cause: error })
    const detail = error instanceof Error ? error.message : String(error)
    throw new AppError('flow-file-not-valid', { name, detail }, { cause: error })
  }
}

/** `context` chooses the sentence that says what the file is instead. */
function notAFlow(file: JsonValue, name: string): AppError {
  const context = isJsonObject(file) ? kindOf(file) : undefined
  return new AppError('flow-file-not-known', { name, ...(context !== undefined && { context }) })
}

function kindOf(file: JsonObject): 'collection' | 'schema' | 'lead' | undefined {
  if (isJsonObject(file.info) && Array.isArray(file.item)) return 'collection'
  if (isJsonObject(file.properties) || typeof file.$schema === 'string') return 'schema'
  return recognise(file) === null ? undefined : 'lead'
}
