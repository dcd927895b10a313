import { Spinner } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TestBeside } from '../flows/test/test-beside'
import styles from './composer-host.module.css'
import { ErrorBoundary } from './error-boundary'

/** Loaded with the first look at it: the inbox starts without it. */
const ComposerView = lazy(async () => ({ default: (await import('../composer/composer-view')).ComposerView }))

/** The composer, which stays as it is while another view is shown: what was typed can still be undone. */
export function ComposerHost({ shown }: { readonly shown: boolean }) {
  const { t } = useTranslation('common')
  const [wasShown, setWasShown] = useState(shown)
  if (shown && !wasShown) setWasShown(true)
  if (!wasShown) return null
  return (
    <div className={styles.host} hidden={!shown}>
      <TestBeside shown={shown}>
        <ErrorBoundary>
          <Suspense fallback={<Spinner className={styles.waiting} aria-label={t('loading')} />}>
            <ComposerView />
          </Suspense>
        </ErrorBoundary>
      </TestBeside>
    </div>
  )
}
