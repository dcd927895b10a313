import type { Answer } from '@shared/answer/answer'
import { useTranslation } from 'react-i18next'
import { HeaderTable } from '../../inbox/detail/header-table'
import { maskedHeaderValue } from '../../inbox/detail/secret-values'
import sections from '../../inbox/detail/section.module.css'
import { CopyButton } from '../../ui/copy-button'
import styles from './answer-parts.module.css'

/** The answer's headers as they came. */
export function AnswerHeadersTab({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('answer')
  return (
    <div className={sections.sections}>
      <section className={sections.section}>
        <div className={styles.titleLine}>
          <h3>{t('headers.title', { count: answer.headers.length })}</h3>
          <CopyButton
            withText
            label={t('headers.copyAll')}
            text={() =>
              Promise.resolve(answer.headers.map((header) => `${header[0]}: ${maskedHeaderValue(header)}`).join('\r\n'))
            }
          />
        </div>
        <HeaderTable headers={answer.headers} label={t('headers.label')} />
      </section>
    </div>
  )
}
