import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { StepError } from '@shared/run/run'
import { useTranslation } from 'react-i18next'
import { english } from '../../i18n/english'
import { VisibleText } from '../../ui/visible-text'
import styles from './step-error.module.css'

/** Why a step failed, in plain words: what happened, why, what to do; then the other end's own words. */
export function StepErrorBar({ error }: { readonly error: StepError }) {
  const { t } = useTranslation(['run', 'flowRuns', 'error'])
  const { code, params } = error
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody className={`${styles.body}`}>
        {isKnown(code) ? (
          <>
            <MessageBarTitle>{t(`run:${code}.what`, params)}</MessageBarTitle>
            {t(`run:${code}.why`, params)} {t(`run:${code}.todo`, params)}{' '}
          </>
        ) : (
          <MessageBarTitle>{t('flowRuns:failed')}</MessageBarTitle>
        )}
        <span className={styles.code}>{t('error:code', { code })}</span>
        {error.answer === '' ? null : (
          <span className={styles.answer}>
            <span className={styles.said}>{t('flowRuns:said')}</span>
            <VisibleText text={error.answer} multiline light maxLength={2000} />
          </span>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}

/** The headline of a failure, for a line. */
export function useStepErrorTitle(): (error: StepError) => string {
  const { t } = useTranslation(['run', 'flowRuns'])
  return ({ code, params }) => (isKnown(code) ? t(`run:${code}.what`, params) : t('flowRuns:failed'))
}

/** The codes of failures: what else the namespace has belongs to the engine's own texts. */
type RunCode = {
  [Key in keyof typeof english.run]: (typeof english.run)[Key] extends { readonly what: string } ? Key : never
}[keyof typeof english.run]

function isKnown(code: string): code is RunCode {
  const texts: Readonly<Record<string, object>> = english.run
  return Object.hasOwn(texts, code) && 'what' in (texts[code] ?? {})
}
