import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { LeadFormState } from '@shared/lead/lead-form'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../../ui/visible-text'

/** What is unusual about the lead as a whole. */
export function FormNotices({ form }: { readonly form: LeadFormState }) {
  const { t } = useTranslation('body')
  const { state, sentKey } = form.userDetails
  const notices: string[] = []
  const [item] = form.root
  if (item !== undefined) notices.push(t('form.list', { count: form.count, item: Number(item) + 1 }))
  if (state !== 'object') notices.push(t(`form.userDetails.${state}`))
  if (sentKey !== null && sentKey !== 'UserDetails') notices.push(t('form.userDetails.sentAs', { key: sentKey }))
  return notices.map((notice) => (
    <MessageBar key={notice} intent="warning" layout="multiline">
      <MessageBarBody>
        <VisibleText text={notice} light maxLength={400} />
      </MessageBarBody>
    </MessageBar>
  ))
}
