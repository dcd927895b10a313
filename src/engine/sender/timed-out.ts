/** The request's own time-out, for the whole exchange. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut'
  readonly code = 'ETIMEDOUT'

  constructor() {
    super('no answer in time')
  }
}
