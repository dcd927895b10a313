import { Spinner } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

/** Loaded with the first look at it: the inbox starts without it. */
const GuideView = lazy(async () => ({ default: (await import('../guide/guide-view')).GuideView }))

export function GuideHost() {
  const { t } = useTranslation('common')
  return (
    <Suspense fallback={<Spinner aria-label={t('loading')} />}>
      <GuideView />
    </Suspense>
  )
}
