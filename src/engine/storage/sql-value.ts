/** What may be bound to a statement. Texts of others are bound as bytes: see `stored-text.ts`. */
export type SqlValue = number | bigint | string | null | Uint8Array

/** What a cell of a result can be. */
export type SqlCell = number | string | null | Uint8Array

export type SqlRow = readonly SqlCell[]

/**
 * Throws on what libsql 0.5.29 does not survive or takes wrongly, each seen in a trial: a boolean, a Date, an array or
 * an object ends the process, `undefined` becomes NULL, a NUL cuts the string, a lone surrogate becomes U+FFFD,
 * NaN becomes NULL. A programming error, so no `AppError`.
 */
export function checkSqlValues(values: readonly SqlValue[]): void {
  for (const value of values) {
    if (!isSqlValue(value)) throw new TypeError(`Not a value for the database: ${describe(value)}`)
  }
}

const loneSurrogate = /\p{Surrogate}/u

function isSqlValue(value: unknown): value is SqlValue {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value)
    case 'string':
      return !value.includes('\0') && !loneSurrogate.test(value)
    case 'bigint':
      return BigInt.asIntN(64, value) === value
    case 'object':
      return value === null || value instanceof Uint8Array
    default:
      return false
  }
}

/** Never the value itself: it may be a secret. */
function describe(value: unknown): string {
  if (typeof value === 'string') return 'a text with a NUL or half a surrogate pair'
  if (typeof value === 'number') return String(value)
  return typeof value === 'object' && value !== null ? value.constructor.name : typeof value
}
