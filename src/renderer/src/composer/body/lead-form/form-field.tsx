import { Button } from '@fluentui/react-components'
import type { Finding, FindingCode } from '@shared/lead/finding'
import { documentedPath, type LeadFieldKey } from '@shared/lead/lead-field'
import type { LeadFormField } from '@shared/lead/lead-form'
import type { VariableScope } from '@shared/variables/variable-scope'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FindingLine, SeverityIcon } from '../../../inbox/detail/finding-line'
import { VariableField } from '../../../ui/variable-field'
import { VisibleText } from '../../../ui/visible-text'
import styles from './form-field.module.css'
import { StateMenu } from './state-menu'

type FormFieldProps = {
  readonly field: LeadFieldKey
  readonly content: LeadFormField
  readonly scopes: readonly VariableScope[]
  readonly findings: readonly Finding[]
  /** Offers values. */
  readonly picker?: ReactNode
  /** undefined takes the field out of the body. */
  readonly onWrite: (value: string | null | undefined, typing: boolean) => void
  /** What the value means. */
  readonly children?: ReactNode
}

/** The state beside the label says these already. */
const saidByState: ReadonlySet<FindingCode> = new Set([
  'field-missing',
  'field-null',
  'field-blank',
  'field-not-text',
  'key-case-differs',
])

/** Long values, and what is explained in a table, need the whole row. */
const wideFields: ReadonlySet<LeadFieldKey> = new Set(['leadSource', 'description'])

/** A documented field: its value, how it is sent, and what was found in it. */
export function FormField({ field, content, scopes, findings, picker, onWrite, children }: FormFieldProps) {
  const { t } = useTranslation(['lead', 'body'])
  const id = useId()
  const label = t(`lead:field.${field}`)
  const documented = documentedPath(field).at(-1) ?? ''
  const sentKey = content.state === 'absent' ? documented : content.sentKey
  const saysCase = findings.some(({ code }) => code === 'key-case-differs')
  const isText = content.state === 'text' || content.state === 'variable'
  return (
    <div
      className={`${styles.field} ${wideFields.has(field) ? styles.wide : ''}`}
      data-field={field}
      data-state={content.state}
    >
      <div className={styles.head}>
        {/* The editor is no form control, so a label cannot name it; it says its own name. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a click on the label is a convenience */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field itself is reached by the keyboard */}
        <span
          className={styles.label}
          title={documentedPath(field).join('.')}
          onClick={() => document.getElementById(id)?.focus()}
        >
          {label}
        </span>
        {sentKey === documented || saysCase ? null : (
          <span className={styles.sentAs}>
            <VisibleText text={t('body:form.sentAs', { key: sentKey })} light maxLength={60} />
          </span>
        )}
        <StateMenu content={content} label={t('body:form.state.menu', { field: label })} onWrite={onWrite} />
      </div>
      <div className={`${styles.line} ${isText ? '' : styles.unset}`}>
        {content.state === 'not-text' ? (
          <>
            <span className={styles.other}>
              <VisibleText text={content.json} multiline light maxLength={300} />
            </span>
            <Button size="small" onClick={() => onWrite(asText(content.json), false)}>
              {t('body:form.makeText')}
            </Button>
          </>
        ) : (
          <VariableField
            id={id}
            label={label}
            value={isText ? content.value : ''}
            scopes={scopes}
            multiline={field === 'description'}
            onChange={(value) => onWrite(value, true)}
          />
        )}
        {picker}
      </div>
      {content.state === 'variable' ? <div className={styles.meaning}>{t('body:form.bareVariable')}</div> : null}
      {children}
      {findings.map((finding) => (
        <FieldFinding key={`${finding.code} ${finding.pointer} ${finding.message}`} finding={finding} />
      ))}
    </div>
  )
}

/** What was found in a field; of the schema only its own words, since what follows from them is said for the whole body. */
function FieldFinding({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('body')
  if (finding.code !== 'schema-mismatch' || finding.message === undefined) {
    return <FindingLine finding={finding} onlyEffect={saidByState.has(finding.code)} />
  }
  return (
    <span className={styles.finding}>
      <SeverityIcon severity={finding.severity} />
      <VisibleText text={t('form.schemaSays', { message: finding.message })} light maxLength={400} />
    </span>
  )
}

/** A number or object as the text that it was written as; what is in quotes within stays so. */
function asText(json: string): string {
  return json.length > 10_000 ? '' : json
}
