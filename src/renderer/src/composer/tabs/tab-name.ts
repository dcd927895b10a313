import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { Draft } from '@shared/workspace/draft'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { markedText } from '../../ui/marked-text'

/** What a tab is called, translated. */
export function tabName(draft: Draft | null): string {
  const t = i18next.getFixedT(null, 'collections')
  if (draft === null) return ''
  if (draft.kind === 'history') return t('tab.history')
  if (draft.kind === 'runner') return t('tab.runner', { name: draft.name })
  return draft.name.trim() === '' ? t('tab.untitled') : draft.name
}

export function useTabName(draft: Draft | null): string {
  useTranslation('collections')
  return tabName(draft)
}

/** What tells requests apart that were never saved and so have all the same name: where they go; '' for all others. */
export function tabAddress(draft: Draft | null): string {
  if (draft?.kind !== 'request' || draft.nodeId !== null) return ''
  return markedText(maskUrlSecrets(draft.request?.url ?? ''), 80)
}
