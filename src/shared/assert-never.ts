/** Finishes a switch over a closed union: a new member becomes a type error here, and a clear failure at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
