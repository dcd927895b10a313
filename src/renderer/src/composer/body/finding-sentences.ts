import type { Finding } from '@shared/lead/finding'
import { visibleString } from '@shared/text/visible-string'
import type { TFunction } from 'i18next'
import type { PlacedFinding } from './body-findings'

/** More than this of a sentence is received text that says nothing more. */
const longest = 600

/** What a placed finding says, as plain text with its hidden characters made visible. */
export function findingSentences(t: TFunction<['body', 'finding']>, { finding, hint }: PlacedFinding): string {
  return visibleString(sentences(t, finding, hint).join(' ')).slice(0, longest)
}

function sentences(
  t: TFunction<['body', 'finding']>,
  finding: Finding,
  hint: PlacedFinding['hint'],
): readonly string[] {
  if (hint === 'variable-breaks-json') return [t('body:hint.variable-breaks-json', { open: '{{', close: '}}' })]
  const params = finding.params ?? {}
  const what = t(`finding:${finding.code}.what`, params)
  const message = finding.message === undefined ? [] : [`“${finding.message}”`]
  if (hint !== null) return [what, t(`body:hint.${hint}`, { open: '{{', close: '}}' })]
  return [what, ...message, t(`finding:${finding.code}.effect`, params)]
}
