import errorTexts from '@resources/locales/en/error.json'
import { AppError } from '@shared/app-error'
import { fillText } from '@shared/text/fill-text'

const sentences: Readonly<Record<string, unknown>> = errorTexts

/** An error as sentences for the terminal: what happened, why, what to do, and the code to search for. */
export function explainError(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error)
  const texts = sentences[error.code]
  const parts = typeof texts === 'object' && texts !== null ? Object.values(texts) : []
  const explained = parts
    .filter((part) => typeof part === 'string')
    .map((part) => fillText(part, error.params).replace(/[^.!?]$/, '$&.'))
  return [...explained, `(${error.code})`].join(' ')
}
