/** An answer of more than 100 MB, as it came or once inflated. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge'
  readonly code = 'ANSWER_TOO_LARGE'

  constructor() {
    super('the answer is too large')
  }
}
