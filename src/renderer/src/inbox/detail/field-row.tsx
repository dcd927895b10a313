import type { FieldReading } from '@shared/lead/field-reading'
import type { Finding, FindingCode } from '@shared/lead/finding'
import { documentedPath, type LeadFieldKey } from '@shared/lead/lead-field'
import type { OtherField } from '@shared/lead/recognise'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button'
import { VisibleText } from '../../ui/visible-text'
import styles from './field-row.module.css'
import { FindingLine } from './finding-line'
import { ReceivedValue } from './received-value'

type FieldRowProps = {
  readonly field: LeadFieldKey
  readonly reading: FieldReading
  readonly findings: readonly Finding[]
  /** What the value means. */
  readonly children?: ReactNode
}

/** What is wrong stands beside these already: the state in the value's place, or the first line of the card. */
const saidBeside: ReadonlySet<FindingCode> = new Set([
  'field-missing',
  'field-null',
  'field-blank',
  'field-not-text',
  'key-case-differs',
])

/** A documented field: its label, the value as sent (or why there is none), its meaning, and its findings. */
export function FieldRow({ field, reading, findings, children }: FieldRowProps) {
  const { t } = useTranslation('lead')
  const label = t(`field.${field}`)
  return (
    <Row
      label={<span title={documentedPath(field).join('.')}>{label}</span>}
      name={label}
      value={<FieldValue reading={reading} />}
      copied={copiedText(reading)}
      findings={findings}
    >
      {children}
    </Row>
  )
}

/** A field that the documentation does not know, under its own name. */
export function OtherFieldRow({
  other,
  findings,
}: {
  readonly other: OtherField
  readonly findings: readonly Finding[]
}) {
  const name = other.sentPath.join('.')
  const text = typeof other.value === 'string' ? other.value : JSON.stringify(other.value)
  return (
    <Row
      label={<VisibleText text={name} light maxLength={200} />}
      name={name.slice(0, 200)}
      value={<ReceivedValue text={text} mono={typeof other.value !== 'string'} />}
      copied={text}
      findings={findings}
    />
  )
}

type RowProps = {
  readonly label: ReactNode
  readonly name: string
  readonly value: ReactNode
  readonly copied: string | null
  readonly findings: readonly Finding[]
  readonly children?: ReactNode
}

function Row({ label, name, value, copied, findings, children }: RowProps) {
  const { t } = useTranslation('detail')
  return (
    <div className={styles.row}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <div className={styles.valueLine}>
          {value}
          {copied ? (
            <span className={styles.copy}>
              <CopyButton text={copied} label={t('copyField', { name })} />
            </span>
          ) : null}
        </div>
        {children}
        {findings.map((finding) => (
          <FindingLine
            key={`${finding.code} ${finding.pointer} ${finding.message}`}
            finding={finding}
            onlyEffect={saidBeside.has(finding.code)}
          />
        ))}
      </dd>
    </div>
  )
}

/** Absent, null and blank are three different things to a flow, so they are told apart. */
function FieldValue({ reading }: { readonly reading: FieldReading }) {
  const { t } = useTranslation(['lead', 'detail'])
  switch (reading.state) {
    case 'present':
      return <ReceivedValue text={reading.value} />
    case 'not-text':
      return (
        <span>
          <ReceivedValue text={JSON.stringify(reading.value)} mono />{' '}
          <span className={styles.quiet}>({t('lead:state.not-text')})</span>
        </span>
      )
    case 'blank':
      return (
        <span className={styles.quiet}>
          {reading.value === '' ? t('lead:state.blank') : t('detail:lead.onlySpaces', { count: reading.value.length })}
        </span>
      )
    default:
      return <span className={styles.quiet}>{t(`lead:state.${reading.state}`)}</span>
  }
}

function copiedText(reading: FieldReading): string | null {
  if (reading.state === 'present') return reading.value
  return reading.state === 'not-text' ? JSON.stringify(reading.value) : null
}
