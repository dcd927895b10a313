import { useTranslation } from 'react-i18next'
import { useInbox } from '../../state/inbox-store'
import { DetailPane } from '../../ui/detail-pane'
import { PaneHint } from '../../ui/pane-hint'
import { CompareView } from './compare-view'
import { ManyLeads } from './many-leads'
import { OneLead } from './one-lead'

/** What the right side of the inbox shows: the chosen lead, two compared, several together, or a hint. */
export function LeadDetailPane() {
  const { t } = useTranslation('detail')
  return (
    <DetailPane label={t('pane')}>
      <Content />
    </DetailPane>
  )
}

function Content() {
  const { t } = useTranslation('detail')
  const { focusedId, selection, comparing } = useInbox()
  if (comparing) return <CompareView left={comparing[0]} right={comparing[1]} />
  if (selection === 'all' || selection.ids.size > 1) return <ManyLeads />
  if (focusedId === null) return <PaneHint title={t('nothing.title')} text={t('nothing.text')} />
  return <OneLead id={focusedId} />
}
