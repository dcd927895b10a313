import type { HistoryEntry } from '@shared/history/history'
import type { RunSummary } from '@shared/run/run'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TabLine } from '../../ui/tab-line'
import { TabCount } from '../../ui/tab-mark'
import { AnswerBodyTab } from './answer-body-tab'
import { AnswerHead } from './answer-head'
import { AnswerHeadersTab } from './answer-headers-tab'
import { type AnswerTab, chooseTab, shownTab, tabsOf, useTabChoices } from './answer-tabs'
import styles from './answer-view.module.css'
import { ChecksTab } from './checks-tab'
import { ConnectionTab } from './connection-tab'
import { ExplainedTab } from './explained-tab'
import { SentTab } from './sent-tab'
import { TimingTab } from './timing-tab'
import { useOwnRun } from './use-own-run'

type AnswerViewProps = {
  readonly entry: HistoryEntry
  /** Where it is shown (a draft's id, `history`): the chosen tab is remembered for each place. */
  readonly place: string
  /** The saved request that an example can be saved under; null where there is none. */
  readonly requestId: string | null
  /** Tells screen readers that it came. */
  readonly announce?: boolean
}

/** One answer whole: its status line, then everything about it in tabs. */
export function AnswerView({ entry, place, requestId, announce = false }: AnswerViewProps) {
  const { t } = useTranslation('answer')
  const choice = useTabChoices((state) => state.choices[place] ?? null)
  const id = useId()
  const run = useOwnRun(entry)
  const tab = shownTab(entry, choice)
  const tabs = tabsOf(entry)
  return (
    <div className={styles.view}>
      <AnswerHead entry={entry} requestId={requestId} announce={announce} />
      <TabLine
        tabs={tabs.map((name) => ({
          name,
          label: t(`tab.${name}`),
          mark: <TabMark tab={name} entry={entry} />,
          id: `${id}-${name}`,
          controls: `${id}-panel`,
        }))}
        selected={tab}
        onSelect={(name) => chooseTab(place, entry, name)}
        label={t('tabs')}
        menuLabel={t('moreTabs')}
      />
      <div
        key={`${entry.id} ${tab}`}
        className={styles.panel}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <TabContent tab={tab} entry={entry} run={run} />
      </div>
    </div>
  )
}

type TabProps = { readonly tab: AnswerTab; readonly entry: HistoryEntry }

type TabContentProps = TabProps & { readonly run: RunSummary | null }

function TabMark({ tab, entry }: TabProps) {
  const { t } = useTranslation('answer')
  if (tab === 'headers' && entry.outcome.kind === 'answered') {
    return <TabCount count={entry.outcome.answer.headers.length} />
  }
  if (tab === 'checks' && entry.checkResults.length > 0) {
    const failed = entry.checkResults.filter(({ passed }) => !passed).length
    return (
      <span className={failed > 0 ? styles.failed : styles.passed}>
        {t('checks.count', { passed: entry.checkResults.length - failed, total: entry.checkResults.length })}
      </span>
    )
  }
  return null
}

function TabContent({ tab, entry, run }: TabContentProps) {
  switch (tab) {
    case 'explained':
      return <ExplainedTab entry={entry} run={run} />
    case 'body':
      return entry.outcome.kind === 'answered' ? <AnswerBodyTab entry={entry} answer={entry.outcome.answer} /> : null
    case 'headers':
      return entry.outcome.kind === 'answered' ? <AnswerHeadersTab answer={entry.outcome.answer} /> : null
    case 'checks':
      return <ChecksTab entry={entry} />
    case 'timing':
      return <TimingTab timing={entry.timing} />
    case 'connection':
      return <ConnectionTab outcome={entry.outcome} sent={entry.sent} />
    case 'sent':
      return <SentTab entry={entry} />
  }
}
