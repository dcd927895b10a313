import { Button, Dropdown, Field, Input, Option } from '@fluentui/react-components'
import { checkAddress, readContactEmails } from '@shared/partner-center/check-connection'
import type { Offer } from '@shared/partner-center/offer'
import { examineUrl } from '@shared/url-doctor/examine-url'
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../composer/answer/intent-icon'
import { useDeed } from '../composer/save/use-deed'
import { callEngine } from '../state/bridge'
import { type ConnectionDraft, forgetDeliveries, setConnectionDraft } from '../state/partner-center-store'
import { ErrorBar } from '../ui/error-text'
import { VariableField } from '../ui/variable-field'
import styles from './connection.module.css'
import { FlowUrlButtons } from './flow-url-buttons'
import lines from './lines.module.css'
import { UrlFindings } from './url-findings'

const noScopes = [] as const

/** *Connection details* as in the portal. A field is judged once it was left or *OK* was pressed. */
export function ConnectionForm({ offer, draft }: { readonly offer: Offer; readonly draft: ConnectionDraft }) {
  const { t } = useTranslation('partner')
  const [isTried, setTried] = useState(false)
  const [areEmailsLeft, setEmailsLeft] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const urlId = useId()
  const remarkId = useId()
  const deed = useDeed()
  const report = useMemo(() => examineUrl(draft.url), [draft.url])
  const remark = checkAddress(draft.url)
  const { emails, problem } = readContactEmails(draft.emails)
  const change = (changes: Partial<ConnectionDraft>) => setConnectionDraft(offer.id, { ...draft, ...changes })
  const showsRemark = remark !== null && (isTried || draft.url.trim() !== '')
  // What the doctor can mend is told by the doctor alone.
  const isMendable = remark?.code === 'not-an-address' && report.mended !== null
  const showsProblem = problem !== null && (isTried || areEmailsLeft)
  // The form opens where the button was: the keyboard goes on in its first field to fill in.
  useEffect(() => document.getElementById(urlId)?.focus(), [urlId])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (remark?.intent === 'error') return document.getElementById(urlId)?.focus()
    if (problem !== null) return form.current?.querySelector<HTMLInputElement>('input[name=emails]')?.focus()
    void deed.run(async () => {
      await callEngine('offer.connect', {
        id: offer.id,
        connection: { url: draft.url.trim(), contactEmails: [...emails] },
      })
      if (offer.connection?.url !== draft.url.trim()) forgetDeliveries(offer.id)
      setConnectionDraft(offer.id, null)
    })
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Field label={t('connection.destination')} className={`${styles.destination}`}>
        <Dropdown value={t('connection.https')} selectedOptions={['https']}>
          <Option value="https">{t('connection.https')}</Option>
        </Dropdown>
      </Field>
      <div className={styles.urlField}>
        <span className={styles.label} aria-hidden>
          {t('connection.url')} <span className={styles.required}>*</span>
        </span>
        <VariableField
          id={urlId}
          label={t('connection.url')}
          value={draft.url}
          scopes={noScopes}
          placeholder="https://"
          isInvalid={showsRemark && remark.intent === 'error'}
          onChange={(url) => change({ url })}
        />
        <div id={remarkId} role="status">
          {showsRemark && !isMendable ? (
            <p className={lines.remark}>
              <IntentIcon intent={remark.intent} />
              {t(`address.${remark.code}`, remark.params)}
            </p>
          ) : null}
        </div>
        <UrlFindings report={report} onMend={(url) => change({ url })} />
        <FlowUrlButtons onChoose={(url) => change({ url })} />
        <span className={lines.hint}>{t('connection.urlHint')}</span>
      </div>
      <Field
        label={t('connection.emails')}
        hint={t('connection.emailsHint')}
        required
        {...(showsProblem ? { validationMessage: t(`emailProblem.${problem.code}`, problem.params) } : {})}
      >
        <Input
          name="emails"
          value={draft.emails}
          maxLength={20_000}
          placeholder={t('connection.emailsPlaceholder')}
          onChange={(_, { value }) => change({ emails: value })}
          onBlur={() => setEmailsLeft(draft.emails !== '')}
        />
      </Field>
      {deed.error ? <ErrorBar error={deed.error} /> : null}
      <div className={lines.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={deed.isBusy}>
          {t('ok', { ns: 'common' })}
        </Button>
        <Button type="button" onClick={() => setConnectionDraft(offer.id, null)}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  )
}
