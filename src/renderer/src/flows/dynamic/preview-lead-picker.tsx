import { Dropdown, Option } from '@fluentui/react-components'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { visibleString } from '@shared/text/visible-string'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewLead } from './dynamic-content'
import styles from './preview-lead-picker.module.css'

type PreviewLeadPickerProps = {
  readonly leads: readonly LeadSummary[]
  readonly preview: PreviewLead | null
  readonly onChoose: (lead: LeadSummary | null) => void
}

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' })

/** With which stored lead the texts are shown. */
export function PreviewLeadPicker({ leads, preview, onChoose }: PreviewLeadPickerProps) {
  const { t } = useTranslation('flowActions')
  const id = useId()
  const nameOf = (lead: LeadSummary) => {
    const name = visibleString(`${lead.firstName} ${lead.lastName}`.trim().slice(0, 60))
    const company = visibleString(lead.company.slice(0, 40))
    return [name === '' ? t('preview.noName') : name, company, when.format(lead.receivedAt)].filter(Boolean).join(' · ')
  }
  return (
    <div className={styles.bar}>
      <span id={id}>{t('preview.label')}</span>
      <Dropdown
        size="small"
        className={`${styles.picker}`}
        aria-labelledby={id}
        disabled={leads.length === 0}
        value={preview ? nameOf(preview.summary) : leads.length === 0 ? t('preview.noLeads') : t('preview.off')}
        selectedOptions={[preview ? `${preview.summary.id}` : '']}
        onOptionSelect={(_, { optionValue }) => onChoose(leads.find((lead) => `${lead.id}` === optionValue) ?? null)}
      >
        <Option value="">{t('preview.off')}</Option>
        {leads.map((lead) => (
          <Option key={lead.id} value={`${lead.id}`}>
            {nameOf(lead)}
          </Option>
        ))}
      </Dropdown>
    </div>
  )
}
