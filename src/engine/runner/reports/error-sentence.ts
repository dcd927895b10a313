import errorTexts from '@resources/locales/en/error.json'
import type { AppErrorData } from '@shared/app-error'
import { fillText } from '@shared/text/fill-text'

const sentences: Readonly<Record<string, unknown>> = errorTexts

/** What happened and why, with the code to search for. */
export function toErrorSentence({ code, params }: AppErrorData): string {
  const texts = sentences[code]
  const parts = typeof texts === 'object' && texts !== null ? Object.values(texts).slice(0, 2) : []
  const said = parts
    .filter((part) => typeof part === 'string')
    .map((part) => fillText(part, params).replace(/[^.!?]$/, '$&.'))
  return [...said, `(${code})`].join(' ')
}
