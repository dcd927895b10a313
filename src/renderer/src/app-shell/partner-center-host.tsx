import { Spinner } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

/** Loaded with the first look at it: the inbox starts without it. */
const PartnerCenterView = lazy(async () => ({
  default: (await import('../partner-center/partner-center-view')).PartnerCenterView,
}))

export function PartnerCenterHost() {
  const { t } = useTranslation('common')
  return (
    <Suspense fallback={<Spinner aria-label={t('loading')} />}>
      <PartnerCenterView />
    </Suspense>
  )
}
