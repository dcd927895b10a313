import type { JsonValue } from '@shared/json-value'
import type { Finding } from '@shared/lead/finding'

/** One body to be checked; the worker does one after the other. */
export type PatternJob = { readonly jobId: number; readonly schemaText: string; readonly body: JsonValue }

export type FromPatternWorker =
  /** The schema is compiled and the check begins: the time limit counts from here. */
  | { readonly kind: 'started'; readonly jobId: number }
  | { readonly kind: 'done'; readonly jobId: number; readonly findings: readonly Finding[] }
