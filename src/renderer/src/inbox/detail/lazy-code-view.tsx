import { Spinner } from '@fluentui/react-components'
import { type ComponentProps, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeView } from './code-view'
import styles from './lazy-code-view.module.css'

const Loaded = lazy(() => import('./code-view').then((module) => ({ default: module.CodeView })))

/** The code view, loaded when it is first shown: the editor is large, and the window shall start fast. */
export function LazyCodeView(props: ComponentProps<typeof CodeView>) {
  const { t } = useTranslation('detail')
  return (
    <Suspense fallback={<Spinner className={styles.loading} size="small" label={t('loading')} />}>
      <Loaded {...props} />
    </Suspense>
  )
}
