import type { AppErrorData } from '@shared/app-error'
import type { JsonValue } from '@shared/json-value'
import type { Finding } from '@shared/lead/finding'
import { compileSchema } from './compile-schema'
import { createPatternThread } from './pattern-thread'

/** A schema ready to check bodies. Slow ones and large bodies get a promise (from a worker thread), all others an answer at once. */
export type ReadySchema =
  | {
      readonly ok: true
      /** Never throws and never rejects. @param bodyLength characters of the body's text */
      readonly check: (body: JsonValue, bodyLength?: number) => readonly Finding[] | Promise<readonly Finding[]>
      /** What is odd in the schema although it can be used, in Ajv's technical English. */
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly error: AppErrorData }

export type SchemaChecker = {
  /** Compiles once per text and keeps the last few. */
  readonly prepare: (schemaText: string) => ReadySchema
  /** Ends the worker thread, if one was started. */
  readonly close: () => Promise<void>
}

const kept = 32

/** A body can have an error for every two of its characters, each costing some hundred bytes: so many are no danger. */
const quickBodyLength = 256 * 1024

/**
 * Checks bodies against users' schemas so that none can stop the receiver.
 * @param workerUrl file of the built `pattern-worker` (`new URL('./pattern-worker.js', import.meta.url)` beside the built engine)
 * @param timeLimitMs after which a check is given up with the finding schema-check-too-slow; default 250
 * @param onFailure hears of a worker thread that could not be started or died
 */
export function createSchemaChecker(options: {
  readonly workerUrl: URL
  readonly timeLimitMs?: number
  readonly onFailure?: (error: Error) => void
}): SchemaChecker {
  const ready = new Map<string, ReadySchema>()
  const thread = createPatternThread({
    workerUrl: options.workerUrl,
    timeLimitMs: options.timeLimitMs ?? 250,
    onFailure: options.onFailure ?? (() => undefined),
  })

  function compile(schemaText: string): ReadySchema {
    const compiled = compileSchema(schemaText)
    if (!compiled.ok) return compiled
    const { validate, maybeSlow, warnings } = compiled
    return {
      ok: true,
      check: (body, bodyLength = 0) =>
        maybeSlow || bodyLength > quickBodyLength ? thread.check(schemaText, body) : validate(body),
      warnings,
    }
  }

  return {
    prepare: (schemaText) => {
      const known = ready.get(schemaText)
      if (known) return known
      const oldest = ready.size >= kept ? ready.keys().next().value : undefined
      if (oldest !== undefined) ready.delete(oldest)
      const compiled = compile(schemaText)
      ready.set(schemaText, compiled)
      return compiled
    },
    close: thread.close,
  }
}
