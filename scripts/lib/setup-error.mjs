/**
 * A failure of the machine's set-up that the user can do something about. Its message is shown as it is, without a
 * stack: it must say what to do.
 */
export class SetupError extends Error {
  name = 'SetupError'
}
