import { Link } from '@fluentui/react-components'
import type { HistoryEntry } from '@shared/history/history'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { jumpToLead } from '../../inbox/list/jump-to-lead'
import { useEngine } from '../../state/engine-store'
import { useView } from '../../state/view-store'
import { findOwnLead } from './find-own-lead'

/** When our own receiver gave the answer: a link to the lead in the inbox. */
export function OwnLeadLink({ entry, runId }: { readonly entry: HistoryEntry; readonly runId: string }) {
  const { t } = useTranslation('answer')
  const flows = useEngine((state) => state.hydration?.flows)
  const isOwn = flows?.some(({ id }) => entry.sent.url.includes(id)) ?? false
  const [leadId, setLeadId] = useState<number | null>(null)
  useEffect(() => {
    if (!isOwn) return
    let isCurrent = true
    findOwnLead(runId, entry.sentAt, entry.timing.total).then(
      (id) => isCurrent && setLeadId(id),
      // The link is a convenience: without it the lead is found in the inbox by hand.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [isOwn, runId, entry])
  if (leadId === null) return null
  return (
    <Link
      as="button"
      onClick={() => {
        useView.getState().show('inbox')
        jumpToLead(leadId)
      }}
    >
      {t('explained.showLead')}
    </Link>
  )
}
