import { readSpans } from '@shared/lead/json-spans'
import type { SchemaProblem } from '@shared/schema/schema-problem'
import { visibleString } from '@shared/text/visible-string'
import type { TFunction } from 'i18next'
import { type PlacedFinding, placeProblem } from '../composer/body/body-findings'

type Texts = TFunction<['flows', 'body', 'finding']>

/** More than this of a sentence is pasted text that says nothing more. */
const longest = 600

/** Where a text breaks as JSON, and a usual reason for it; null where it does not. */
export function jsonSentence(t: Texts, text: string): string | null {
  const [place] = placeProblem(text, readSpans(text))
  return place ? brokenSentence(t, place) : null
}

/** The sentence of a place where JSON breaks. */
export function brokenSentence(t: Texts, { finding, hint }: PlacedFinding): string {
  const params = finding.params ?? {}
  const what = finding.code === 'json-too-deep' ? t('flows:problem.too-deep', params) : t('flows:problem.json', params)
  return visible(hint === null ? what : `${what} ${t(`body:hint.${hint}`, { open: '{{', close: '}}' })}`)
}

/** What is wrong or odd in a schema, as plain text with its hidden characters made visible. */
export function problemSentence(t: Texts, { code, params }: SchemaProblem): string {
  return visible(t(`flows:problem.${code}`, params))
}

function visible(text: string): string {
  return visibleString(text).slice(0, longest)
}
