import type { JsonValue } from '@shared/json-value'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { type RecognisedLead, recognise } from '@shared/lead/recognise'

/** What the body of a request is, as far as the window can tell. */
export type BodyReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-text' }
  /** Too large to be read here: only its first part is at hand. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'not-json' }
  /** Nested so deeply that the engine did not read it; reading it here could stop the window. */
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'json'; readonly lead: RecognisedLead | null }

/** Reads the body as JSON and, where it is one, as a lead. */
export function readBody(detail: Pick<LeadDetail, 'bodyText' | 'bodyTextCut' | 'findings' | 'request'>): BodyReading {
  if (detail.request.bodySize === 0) return { kind: 'empty' }
  if (detail.bodyText === null) return { kind: 'not-text' }
  if (detail.bodyTextCut) return { kind: 'cut' }
  if (detail.findings.some(({ code }) => code === 'json-too-deep')) return { kind: 'too-deep' }
  try {
    const value: JsonValue = JSON.parse(detail.bodyText.replace(/^\ufeff/, ''))
    return { kind: 'json', lead: recognise(value) }
  } catch {
    return { kind: 'not-json' }
  }
}
