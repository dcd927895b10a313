import { AddRegular, EqualCircle16Regular, SubtractRegular, Warning16Filled } from '@fluentui/react-icons'
import { assertNever } from '@shared/assert-never'
import type { FieldReading } from '@shared/lead/field-reading'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import type { ComparedField } from './compare-fields'
import styles from './compare-view.module.css'
import type { DiffLine } from './line-diff'
import { ReceivedValue } from './received-value'

/** Longer comparisons are cut: the export has everything. */
const shownLines = 2000

/** The fields of two leads in three columns; a difference is marked by icon, word and colour. */
export function ComparedValues({ fields }: { readonly fields: readonly ComparedField[] }) {
  const { t } = useTranslation(['detail', 'lead'])
  return (
    <dl className={styles.fields}>
      {fields.map(({ field, left, right, differs }) => (
        <div key={field} className={differs ? `${styles.columns} ${styles.differs}` : styles.columns}>
          <dt>
            {differs ? <Warning16Filled aria-hidden /> : <EqualCircle16Regular aria-hidden />}
            <span>{t(`lead:field.${field}`)}</span>
            <span className="visually-hidden">{differs ? t('detail:compare.differs') : t('detail:compare.same')}</span>
          </dt>
          <dd>
            <Reading reading={left} />
          </dd>
          <dd>
            <Reading reading={right} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Reading({ reading }: { readonly reading: FieldReading }) {
  const { t } = useTranslation('lead')
  switch (reading.state) {
    case 'present':
      return <ReceivedValue text={reading.value} />
    case 'not-text':
      return <ReceivedValue text={JSON.stringify(reading.value)} mono />
    case 'blank':
    case 'null':
    case 'missing':
      return <span className={styles.quiet}>{t(`state.${reading.state}`)}</span>
    default:
      return assertNever(reading)
  }
}

/** Two bodies line by line: what only the left one has is marked −, what only the right one has +. */
export function ComparedLines({ lines }: { readonly lines: readonly DiffLine[] }) {
  const { t } = useTranslation('detail')
  return (
    <div className={styles.lines}>
      {lines.slice(0, shownLines).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands in its place
        <div key={index} className={styles[line.kind]}>
          <span className={styles.sign}>
            {line.kind === 'left' ? <SubtractRegular aria-label={t('compare.onlyLeft')} /> : null}
            {line.kind === 'right' ? <AddRegular aria-label={t('compare.onlyRight')} /> : null}
          </span>
          <VisibleText text={line.text} multiline light maxLength={4000} />
        </div>
      ))}
      {lines.length > shownLines ? (
        <p className={styles.quiet}>{t('compare.moreLines', { count: lines.length - shownLines })}</p>
      ) : null}
    </div>
  )
}
