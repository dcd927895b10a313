import { Spinner } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

const Loaded = lazy(async () => ({ default: (await import('./flows-view')).FlowsView }))

/** The flows, loaded when they are first shown: their editor is large, and the window shall start fast. */
export function FlowsHost() {
  const { t } = useTranslation('common')
  return (
    <Suspense fallback={<Spinner label={t('loading')} />}>
      <Loaded />
    </Suspense>
  )
}
