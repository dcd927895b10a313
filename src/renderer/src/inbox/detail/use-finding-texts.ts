import type { Finding } from '@shared/lead/finding'
import { useTranslation } from 'react-i18next'

/** The sentences of a finding. They can hold received text (a key, a value): show them through `VisibleText`. */
export function useFindingTexts(finding: Finding): { readonly what: string; readonly effect: string } {
  const { t } = useTranslation('finding')
  const params = finding.params ?? {}
  return { what: t(`${finding.code}.what`, params), effect: t(`${finding.code}.effect`, params) }
}
