import { Button } from '@fluentui/react-components'
import type { FlowAction, SendEmailAction } from '@shared/flow/action'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import { TemplateField } from '../dynamic/template-field'
import { Choice } from './choice'
import { ConnectionChoice } from './connection-choice'
import { Labelled } from './labelled'
import { MailBodyEditor } from './mail-body-editor'
import { oddAddresses } from './odd-addresses'
import styles from './step-form.module.css'

type SendEmailFormProps = { readonly action: SendEmailAction; readonly onChange: (action: FlowAction) => void }

/** *Send an email*: to whom, what, and over which server. */
export function SendEmailForm({ action, onChange }: SendEmailFormProps) {
  const { t } = useTranslation('flowActions')
  const [hasCopies, setHasCopies] = useState(action.cc !== '' || action.bcc !== '')
  const set = (changes: Partial<SendEmailAction>) => onChange({ ...action, ...changes })
  const field = (name: 'to' | 'cc' | 'bcc' | 'subject', hint?: string) => (
    <Labelled label={t(`mail.${name}`)} {...(hint === undefined ? {} : { hint })}>
      <TemplateField label={t(`mail.${name}`)} value={action[name]} onChange={(value) => set({ [name]: value })} />
      {name === 'subject' ? null : <OddAddress text={action[name]} />}
    </Labelled>
  )
  return (
    <div className={styles.form}>
      <ConnectionChoice kind="smtp" value={action.connectionId} onChange={(connectionId) => set({ connectionId })} />
      {field('to', t('mail.addressesHint'))}
      {hasCopies ? (
        <>
          {field('cc')}
          {field('bcc')}
        </>
      ) : (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setHasCopies(true)}>
            {t('mail.addCopies')}
          </Button>
        </div>
      )}
      {field('subject')}
      <MailBodyEditor value={action.body} onChange={(body) => set({ body })} />
      <Choice
        label={t('mail.importance')}
        value={action.importance}
        options={(['low', 'normal', 'high'] as const).map((value) => ({
          value,
          label: t(`mail.importanceOf.${value}`),
        }))}
        onChange={(importance) => set({ importance })}
      />
    </div>
  )
}

/** Names the first address of a list that no mail can go to. */
function OddAddress({ text }: { readonly text: string }) {
  const { t } = useTranslation('flowActions')
  const [odd] = oddAddresses(text)
  if (odd === undefined) return null
  return (
    <span className={styles.warning} role="status">
      <VisibleText text={t('mail.oddAddress', { address: odd.slice(0, 100) })} light />
    </span>
  )
}
