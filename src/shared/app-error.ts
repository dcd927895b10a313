/**
 * An expected failure: a stable code, and values for the sentence that explains it.
 * The sentences (what happened, why, what to do) live in `resources/locales/<language>/error.json` under the same code.
 */
export type AppErrorCode =
  | 'action-not-valid'
  | 'bad-input'
  | 'body-too-large'
  | 'cancelled'
  | 'collection-changed-outside'
  | 'collection-unreadable'
  | 'database-corrupt'
  | 'database-newer'
  | 'data-folder-in-use'
  | 'data-not-valid'
  | 'disk-full'
  | 'export-failed'
  | 'file-not-chosen'
  | 'file-not-written'
  | 'file-unreadable'
  | 'engine-stopped'
  | 'flow-file-newer'
  | 'flow-file-not-known'
  | 'flow-file-not-valid'
  | 'flow-last'
  | 'flow-not-on'
  | 'import-not-known'
  | 'import-not-valid'
  | 'import-version'
  | 'lead-not-found'
  | 'node-not-found'
  | 'port-in-use'
  | 'port-not-allowed'
  | 'receiver-not-listening'
  | 'request-not-valid'
  | 'schema-not-json'
  | 'schema-not-valid'
  | 'schema-too-large'
  | 'send-failed'
  | 'storage-failed'
  | 'tls-failed'
  | 'unexpected'
  | 'variable-unresolved'

export type AppErrorData = {
  readonly code: AppErrorCode
  /** Values named in the sentence, already safe to show (no secrets). */
  readonly params: Readonly<Record<string, string | number>>
}

/** Thrown where an expected failure arises; travels as {@link AppErrorData} over every boundary. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: AppErrorCode
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: AppErrorCode, params: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.code = code
    this.params = params
  }
}

/** What of an error may cross a boundary: an `AppError` as it is, anything else as `unexpected` with its message. */
export function toErrorData(error: unknown): AppErrorData {
  if (error instanceof AppError) return { code: error.code, params: error.params }
  return { code: 'unexpected', params: { detail: error instanceof Error ? error.message : String(error) } }
}
