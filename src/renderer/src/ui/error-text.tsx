import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { AppErrorData } from '@shared/app-error'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './error-text.module.css'

/** An expected failure in words: what happened, why, what to do, and the code to search for. */
export function ErrorText({ error }: { readonly error: AppErrorData }) {
  const { t } = useTranslation('error')
  return (
    <span className={styles.text}>
      <span>{t(`${error.code}.why`, error.params)}</span> <span>{t(`${error.code}.todo`, error.params)}</span>{' '}
      <span className={styles.code}>{t('code', { code: error.code })}</span>
    </span>
  )
}

type ErrorBarProps = {
  readonly error: AppErrorData
  /** Buttons that mend it. */
  readonly children?: ReactNode
}

/** The same as a bar, in the place where the error arose. */
export function ErrorBar({ error, children }: ErrorBarProps) {
  const { t } = useTranslation('error')
  return (
    <MessageBar intent="error">
      <MessageBarBody>
        <MessageBarTitle>{t(`${error.code}.what`, error.params)}</MessageBarTitle>
        <ErrorText error={error} />
      </MessageBarBody>
      {children ? <MessageBarActions>{children}</MessageBarActions> : null}
    </MessageBar>
  )
}
