import { Button, Spinner } from '@fluentui/react-components'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBar } from '../../ui/error-text'
import { PaneHint } from '../../ui/pane-hint'
import { AnswerTab } from './answer-tab'
import { type BodyReading, readBody } from './body-json'
import { DetailHeader } from './detail-header'
import { type DetailTab, useDetail } from './detail-store'
import { DetailTabList, panelId, tabId } from './detail-tab-list'
import { DiagnosisBanner } from './diagnosis-banner'
import { HeadersTab } from './headers-tab'
import { JsonTab } from './json-tab'
import { LeadTab } from './lead-tab'
import { NoteTab } from './note-tab'
import styles from './one-lead.module.css'
import { RawTab } from './raw-tab'
import { RunTab } from './run-tab'
import { TimingTab } from './timing-tab'
import { useLeadDetail } from './use-lead-detail'
import { ValidationTab } from './validation-tab'

/** One lead in full. While the next one is read, the last one stays for a moment, dead to the pointer and the keys. */
export function OneLead({ id }: { readonly id: number }) {
  const { t } = useTranslation(['detail', 'inbox'])
  const { detail: state, retry } = useLeadDetail(id)
  switch (state.state) {
    case 'ready':
      return <LeadView detail={state.detail} />
    case 'loading':
      if (state.slow) return <Spinner className={styles.loading} size="small" label={t('detail:loading')} />
      return state.previous ? <LeadView detail={state.previous} isStale /> : null
    case 'gone':
      return <PaneHint title={t('detail:gone.title')} text={t('detail:gone.text')} />
    case 'failed':
      return (
        <div className={styles.failed}>
          <ErrorBar error={state.error}>
            <Button size="small" onClick={retry}>
              {t('inbox:list.retry')}
            </Button>
          </ErrorBar>
        </div>
      )
  }
}

function LeadView({ detail, isStale = false }: { readonly detail: LeadDetail; readonly isStale?: boolean }) {
  const tab = useDetail((state) => state.tab)
  const body = useMemo(() => readBody(detail), [detail])
  return (
    <div className={styles.lead} inert={isStale}>
      <DetailHeader detail={detail} />
      {detail.diagnosis ? <DiagnosisBanner detail={detail} /> : null}
      <DetailTabList detail={detail} />
      <div
        key={`${detail.summary.id} ${tab}`}
        className={styles.panel}
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(tab)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <TabContent tab={tab} detail={detail} body={body} />
      </div>
    </div>
  )
}

type TabContentProps = { readonly tab: DetailTab; readonly detail: LeadDetail; readonly body: BodyReading }

function TabContent({ tab, detail, body }: TabContentProps) {
  switch (tab) {
    case 'lead':
      return <LeadTab detail={detail} body={body} />
    case 'json':
      return <JsonTab detail={detail} body={body} />
    case 'raw':
      return <RawTab detail={detail} />
    case 'headers':
      return <HeadersTab detail={detail} />
    case 'validation':
      return <ValidationTab detail={detail} body={body} />
    case 'run':
      return <RunTab leadId={detail.summary.id} />
    case 'answer':
      return <AnswerTab detail={detail} />
    case 'timing':
      return <TimingTab detail={detail} />
    case 'note':
      return <NoteTab detail={detail} />
  }
}
