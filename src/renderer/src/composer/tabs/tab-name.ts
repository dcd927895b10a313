import type { Draft } from '@shared/workspace/draft'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

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
