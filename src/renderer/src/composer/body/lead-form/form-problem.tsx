import { Button } from '@fluentui/react-components'
import type { LeadFormProblem } from '@shared/lead/lead-form'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../../ui/visible-text'
import { checkedLength } from '../body-findings'
import styles from './lead-form.module.css'

type FormProblemProps = {
  readonly problem: LeadFormProblem | { readonly code: 'too-large' }
  readonly onStart: () => void
  readonly onShowJson: () => void
}

/** Why there is no form, and the ways on. */
export function FormProblem({ problem, onStart, onShowJson }: FormProblemProps) {
  const { t } = useTranslation(['body', 'finding'])
  return (
    <div className={styles.problem}>
      <p>{t(`body:form.problem.${problem.code}`, { limit: checkedLength })}</p>
      {problem.code === 'not-json' ? (
        <p className={styles.why}>
          <VisibleText
            light
            maxLength={400}
            text={t('finding:json-error.what', {
              line: problem.line,
              column: problem.column,
              expected: problem.expected,
              found: problem.found,
              foundKind: problem.found === '' ? 'end' : 'character',
            })}
          />
        </p>
      ) : null}
      <div className={styles.ways}>
        <Button size="small" appearance="primary" onClick={onStart}>
          {t('body:form.startFromSample')}
        </Button>
        {problem.code === 'empty' ? null : (
          <Button size="small" onClick={onShowJson}>
            {t('body:form.showJson')}
          </Button>
        )}
      </div>
    </div>
  )
}
