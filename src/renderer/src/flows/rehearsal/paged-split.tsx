import { Button, Spinner } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBar } from '../../ui/error-text'
import styles from './rehearsal.module.css'
import type { Pages } from './use-pages'

type PagedSplitProps = {
  readonly pages: Omit<Pages<unknown>, 'rows'>
  /** The rows that were read. */
  readonly children: ReactNode
  /** What is chosen of them. */
  readonly detail: ReactNode
}

/** A list that is read in pages, with what is chosen beside it. */
export function PagedSplit({ pages, children, detail }: PagedSplitProps) {
  const { t } = useTranslation('rehearsal')
  const { isComplete, isLoading, error, readOlder } = pages
  return (
    <div className={styles.split}>
      {error ? <ErrorBar error={error} /> : null}
      <div className={styles.list}>
        {children}
        {isLoading ? <Spinner size="tiny" label={t('loading')} /> : null}
        {isComplete || isLoading ? null : (
          <Button size="small" onClick={readOlder}>
            {t('older')}
          </Button>
        )}
      </div>
      {detail}
    </div>
  )
}
