/** The call's words are off: the message says which, and the help is shown after it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
