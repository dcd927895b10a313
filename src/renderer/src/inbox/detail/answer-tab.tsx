import { Info20Regular } from '@fluentui/react-icons'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../ui/byte-size'
import { CopyButton } from '../../ui/copy-button'
import { VisibleText } from '../../ui/visible-text'
import styles from './answer-tab.module.css'
import { type AnswerExplanation, errorBodyOf, explainAnswer } from './explain-answer'
import { HeaderTable } from './header-table'
import sections from './section.module.css'

/** Bytes of an answer's body put on the page; the receiver's own answers are far smaller. */
const shownBytes = 20_000

/** What was answered, first in plain words, then as it was sent. */
export function AnswerTab({ detail }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation('detail')
  const { answer } = detail
  const error = errorBodyOf(answer.body)
  const text = new TextDecoder().decode(answer.body.subarray(0, shownBytes))
  return (
    <div className={sections.sections}>
      <section className={styles.explained}>
        <Info20Regular aria-hidden />
        <div>
          <h3>{t('answer.meaning')}</h3>
          <p>{explanationText(t, explainAnswer(answer))}</p>
          {error ? <p className={sections.hint}>{t('answer.searchFor', { code: error.code })}</p> : null}
        </div>
      </section>
      {answer.status === 0 ? null : (
        <>
          <section className={sections.section}>
            <h3>{t('answer.statusLine')}</h3>
            <div className={sections.line}>
              <code>{`HTTP/1.1 ${answer.status} ${answer.reason}`}</code>
              <CopyButton text={`${answer.status} ${answer.reason}`} label={t('answer.copyStatus')} />
            </div>
          </section>
          <section className={sections.section}>
            <h3>{t('answer.headers', { count: answer.headers.length })}</h3>
            <HeaderTable headers={answer.headers} label={t('answer.headers', { count: answer.headers.length })} />
          </section>
          <section className={sections.section}>
            <h3>{t('answer.body', { size: formatBytes(answer.body.length) })}</h3>
            {answer.body.length === 0 ? (
              <p className={sections.quiet}>{t('answer.emptyBody')}</p>
            ) : (
              <div className={sections.line}>
                <code>
                  <VisibleText text={text} multiline light />
                </code>
                <CopyButton text={text} label={t('answer.copyBody')} />
              </div>
            )}
          </section>
        </>
      )}
    </div>
  )
}

function explanationText(t: ReturnType<typeof useTranslation<'detail'>>['t'], explanation: AnswerExplanation): string {
  switch (explanation.kind) {
    case 'error':
      return t(`answer.error.${explanation.code}`)
    case 'status':
      return t(`answer.status.${explanation.status}`)
    case 'class':
      return t(`answer.class.${explanation.name}`)
    case 'none':
      return t('answer.none')
  }
}
