import { type RecognisedLead, recognise } from '@shared/lead/recognise'
import { parseJson } from './parse-json'

/** Reads a body's text as a lead; null when it is no text, no JSON, or has none of a lead's fields. */
export function recogniseText(text: string | null): RecognisedLead | null {
  if (text === null) return null
  const parsed = parseJson(text)
  return parsed.ok ? recognise(parsed.value) : null
}
