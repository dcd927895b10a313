import type { Finding } from '@shared/lead/finding'
import { documentedPath, type LeadFieldKey } from '@shared/lead/lead-field'
import { type LeadFormState, readLeadForm, writeLeadField } from '@shared/lead/lead-form'
import { parseLeadSource } from '@shared/lead/lead-source'
import { buildSample } from '@shared/lead/samples'
import type { VariableScope } from '@shared/variables/variable-scope'
import { type ReactNode, type Ref, useId, useImperativeHandle, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionCodeMeaning, LeadSourceTable } from '../../../inbox/detail/field-meanings'
import { FindingLine } from '../../../inbox/detail/finding-line'
import { checkedLength, type PlacedFinding } from '../body-findings'
import { ActionCodePicker } from './action-code-picker'
import { CountryPicker, useCountryName } from './country-picker'
import { fieldOf, findingsOfForm } from './field-findings'
import { FormField } from './form-field'
import { FormNotices } from './form-notices'
import { FormProblem } from './form-problem'
import styles from './lead-form.module.css'
import { LeadSourcePicker } from './lead-source-picker'

const customerFields = ['firstName', 'lastName', 'email', 'phone', 'country', 'company', 'title'] as const

export type LeadFormHandle = {
  /** Puts the keyboard into the field that a finding is about; false when the form has no field for it. */
  readonly goTo: (finding: Finding) => boolean
}

type LeadFormProps = {
  /** The body. */
  readonly text: string
  readonly scopes: readonly VariableScope[]
  readonly findings: readonly PlacedFinding[]
  readonly onEdit: (text: string, options?: { readonly typing?: boolean }) => void
  readonly onShowJson: () => void
  readonly ref: Ref<LeadFormHandle>
}

/** The body as a form: the documented fields of a lead, each with what it means and what will come of it. */
export function LeadForm({ text, scopes, findings, onEdit, onShowJson, ref }: LeadFormProps) {
  const isLarge = text.length > checkedLength
  const form = useMemo(() => (isLarge ? null : readLeadForm(text)), [text, isLarge])
  const place = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({
    goTo: (finding) => {
      const field = form && !('problem' in form) ? fieldOf(form, finding) : null
      const input = place.current?.querySelector<HTMLElement>(`[data-field="${field}"] .cm-content`)
      input?.focus()
      return input !== null && input !== undefined
    },
  }))
  if (form === null || 'problem' in form) {
    const start = () => onEdit(new TextDecoder().decode(buildSample('article').body))
    return (
      <FormProblem
        problem={form === null ? { code: 'too-large' } : form.problem}
        onStart={start}
        onShowJson={onShowJson}
      />
    )
  }
  return (
    <div ref={place} className={styles.form}>
      <Fields form={form} text={text} scopes={scopes} findings={findings} onEdit={onEdit} />
    </div>
  )
}

type FieldsProps = Omit<LeadFormProps, 'ref' | 'onShowJson'> & { readonly form: LeadFormState }

function Fields({ form, text, scopes, findings, onEdit }: FieldsProps) {
  const { t } = useTranslation(['detail', 'body'])
  const places = useMemo(() => findingsOfForm(form, findings), [form, findings])
  const { leadSource, actionCode, country } = form.fields
  const countryName = useCountryName(textOf(country))
  const write = (key: LeadFieldKey, value: string | null | undefined, typing: boolean) =>
    onEdit(writeLeadField(text, documentedPath(key), value), { typing })
  const field = (key: LeadFieldKey, picker?: ReactNode, meaning?: ReactNode) => (
    <FormField
      key={key}
      field={key}
      content={form.fields[key]}
      scopes={scopes}
      findings={places.fields[key] ?? []}
      picker={picker}
      onWrite={(value, typing) => write(key, value, typing)}
    >
      {meaning}
    </FormField>
  )
  const source = textOf(leadSource)
  const code = textOf(actionCode)
  return (
    <>
      <FormNotices form={form} />
      {places.whole.map((finding) => (
        <FindingLine key={`${finding.code} ${finding.pointer} ${finding.message}`} finding={finding} />
      ))}
      <Group title={t('detail:lead.customer')}>
        {customerFields.map((key) =>
          key === 'country'
            ? field(
                key,
                <CountryPicker onChoose={(value) => write('country', value, false)} />,
                countryName === '' ? null : <div className={styles.meaning}>{countryName}</div>,
              )
            : field(key),
        )}
      </Group>
      <Group title={t('detail:lead.origin')}>
        {field(
          'leadSource',
          <LeadSourcePicker source={source} onChange={(value) => write('leadSource', value, true)} />,
          isKnown(source) ? <LeadSourceTable parts={parseLeadSource(source)} /> : null,
        )}
        {field(
          'actionCode',
          <ActionCodePicker onChoose={(value) => write('actionCode', value, false)} />,
          isKnown(code) ? <ActionCodeMeaning code={code} /> : null,
        )}
      </Group>
      <Group title={t('detail:lead.offer')}>
        {field('offerTitle')}
        {field('description')}
      </Group>
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}

function textOf(field: LeadFormState['fields'][LeadFieldKey]): string {
  return field.state === 'text' ? field.value : ''
}

/** What a variable will say is not known yet. */
function isKnown(text: string): boolean {
  return text.trim() !== '' && !text.includes('{{')
}
