import { knownActionCode } from '@shared/lead/action-code'
import { parseDescription } from '@shared/lead/description-parameters'
import { knownLeadSource, type LeadSourceParts } from '@shared/lead/lead-source'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import styles from './field-meanings.module.css'

/** More rows than this say nothing to a reader; the JSON tab has them all. */
const shownParameters = 50

/** What an action code means. */
export function ActionCodeMeaning({ code }: { readonly code: string }) {
  const { t } = useTranslation('lead')
  const known = knownActionCode(code)
  return <div className={styles.meaning}>{t(`actionCode.${known ?? 'unknown'}`)}</div>
}

/** The parts of LeadSource as sent, each with its meaning; a source without further parts is one line. */
export function LeadSourceTable({ parts }: { readonly parts: LeadSourceParts }) {
  const { t } = useTranslation('lead')
  const sourceMeaning = t(`source.${knownLeadSource(parts.source) ?? 'unknown'}`)
  if (parts.action === null && parts.offer === null) return <div className={styles.meaning}>{sourceMeaning}</div>
  const rows = [
    { part: 'source', value: parts.source, meaning: sourceMeaning },
    {
      part: 'action',
      value: parts.action,
      meaning: t(`actionCode.${knownActionCode(parts.action ?? '') ?? 'unknown'}`),
    },
    { part: 'publisher', value: parts.publisher, meaning: '' },
    { part: 'offerId', value: parts.offerId, meaning: '' },
    { part: 'offer', value: parts.publisher === null && parts.offerId === null ? parts.offer : null, meaning: '' },
  ] as const
  return (
    <div className={styles.parts}>
      {rows.map(({ part, value, meaning }) =>
        value === null ? null : (
          <Fragment key={part}>
            <span className={styles.name}>{t(`part.${part}`)}</span>
            <span className={styles.value}>
              <VisibleText text={value} light maxLength={300} />
              {meaning === '' ? null : <span className={styles.meaning}> · {meaning}</span>}
            </span>
          </Fragment>
        ),
      )}
    </div>
  )
}

/** The parameters that AppSource packs into Description as a JSON text; nothing for an ordinary description. */
export function DescriptionParameters({ text }: { readonly text: string }) {
  const { t } = useTranslation('lead')
  const parameters = parseDescription(text)
  if (parameters === null || parameters.length === 0) return null
  return (
    <div>
      <div className={styles.meaning}>{t('descriptionParameters')}</div>
      <div className={styles.parts}>
        {parameters.slice(0, shownParameters).map(({ name, value }) => (
          <Fragment key={name}>
            <span className={styles.name}>
              <VisibleText text={name} light maxLength={100} />
            </span>
            <span className={styles.value}>
              <VisibleText text={value} light maxLength={300} />
            </span>
          </Fragment>
        ))}
      </div>
    </div>
  )
}
