import { CounterBadge } from '@fluentui/react-components'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { useTranslation } from 'react-i18next'
import { TabLine } from '../../ui/tab-line'
import { TabCount, TabDot } from '../../ui/tab-mark'
import { type DetailTab, detailTabs, useDetail } from './detail-store'

/** The tabs of the pane, those with something to count with their number. */
export function DetailTabList({ detail }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation('detail')
  const { tab, openTab } = useDetail()
  return (
    <TabLine
      tabs={detailTabs.map((name) => ({
        name,
        label: t(`tab.${name}`),
        mark: <Count tab={name} detail={detail} />,
        id: tabId(name),
        controls: panelId,
      }))}
      selected={tab}
      onSelect={openTab}
      label={t('tabs')}
      menuLabel={t('moreTabs')}
    />
  )
}

export const panelId = 'lead-detail-panel'

export function tabId(tab: DetailTab): string {
  return `lead-detail-tab-${tab}`
}

function Count({ tab, detail }: { readonly tab: DetailTab; readonly detail: LeadDetail }) {
  if (tab === 'headers') return <TabCount count={detail.request.headers.length} />
  if (tab === 'validation' && detail.findings.length > 0) {
    const isGrave = detail.findings.some(({ severity }) => severity === 'error')
    return (
      <CounterBadge
        size="medium"
        appearance="filled"
        color={isGrave ? 'danger' : 'informative'}
        count={detail.findings.length}
        overflowCount={999}
      />
    )
  }
  if (tab === 'note' && detail.summary.hasNote) return <TabDot />
  return null
}
