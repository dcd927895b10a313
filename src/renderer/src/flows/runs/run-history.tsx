import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from 'react-resizable-panels'
import { forgetWantedRun, useOpenRun } from '../../state/open-run-store'
import type { RunQuery } from '../../state/run-list'
import { useMediaQuery } from '../../styles/use-theme'
import { PaneHint } from '../../ui/pane-hint'
import { Split, SplitLine } from '../../ui/split'
import styles from './run-history.module.css'
import { RunList } from './run-list'
import { RunView } from './run-view'
import { useRuns } from './use-runs'

type RunHistoryProps = {
  readonly flowId: string | null
  /** A switch over the list, in place of its title. */
  readonly scope?: ReactNode
}

/** *28-day run history* of a flow, or of all (`flowId` null): the list, and the chosen run with its steps beside it. */
export function RunHistory({ flowId, scope }: RunHistoryProps) {
  const { t } = useTranslation(['flowRuns', 'bar'])
  const [state, setState] = useState<RunQuery['state']>('all')
  const runs = useRuns(flowId, state)
  const wanted = useOpenRun((store) => store.wanted)
  const [chosenId, setChosenId] = useState<number | null>(null)
  const isNarrow = useMediaQuery('(width < 1150px)')
  useEffect(() => {
    if (!wanted || (flowId !== null && wanted.flowId !== flowId)) return
    setChosenId(wanted.id)
    forgetWantedRun()
  }, [wanted, flowId])
  const isEmpty = runs.isComplete && runs.runs.length === 0 && state === 'all' && !runs.error
  // All flows have their switch in the list.
  if (isEmpty && chosenId === null && !scope) {
    return <PaneHint title={t('flowRuns:empty.title')} text={t('flowRuns:empty.text')} />
  }
  return (
    <Split
      orientation={isNarrow ? 'vertical' : 'horizontal'}
      defaultLayout={isNarrow ? { list: 36, run: 64 } : { list: 40, run: 60 }}
    >
      <Panel id="list" minSize={isNarrow ? 110 : 260}>
        <RunList
          runs={runs}
          state={state}
          scope={scope}
          withFlow={flowId === null}
          chosenId={chosenId}
          onChoose={setChosenId}
          onFilter={setState}
        />
      </Panel>
      <SplitLine label={t('flowRuns:separator')} />
      <Panel id="run" minSize={isNarrow ? 140 : 320}>
        <section className={styles.run} aria-label={t('flowRuns:run')} data-place="run">
          {chosenId === null ? (
            <PaneHint title={t('flowRuns:none.title')} text={t('flowRuns:none.text')} />
          ) : (
            <RunView key={chosenId} id={chosenId} onOpen={setChosenId} />
          )}
        </section>
      </Panel>
    </Split>
  )
}
