import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Tab,
  TabList,
} from '@fluentui/react-components'
import { ArrowResetRegular, SaveRegular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  isUnsaved,
  revertActions,
  saveActions,
  saveErrorOf,
  useActionsUnsaved,
  useFlowActions,
} from '../state/flow-actions-store'
import { followFlow, keepEdits, revertFlow, useFlowEdits } from '../state/flow-edits'
import { useOpenRun } from '../state/open-run-store'
import { useView } from '../state/view-store'
import { takeFocusedNumber } from '../ui/take-focused-number'
import { VisibleText } from '../ui/visible-text'
import { ActionsEditor } from './actions/actions-editor'
import { saveTrigger, tellSaved, toggleFlow } from './flow-actions'
import styles from './flow-designer.module.css'
import { FlowState } from './flow-state'
import { FlowToolsMenu } from './flow-tools-menu'
import { FlowRuns } from './runs/flow-runs'
import { TestBar } from './test/test-bar'
import { TestButton } from './test/test-button'
import { TriggerCard } from './trigger-card'

/** The chosen flow: its name and *Save* on top, then its trigger. */
export function FlowDesigner({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation(['flows', 'flowRuns'])
  const edit = useFlowEdits((state) => state.edits[flow.id])
  const followed = followFlow(edit, flow)
  const { content, conflicts } = followed
  const areStepsUnsaved = useActionsUnsaved(flow.id)
  const hasUnsaved = followed.isUnsaved || areStepsUnsaved
  const [tab, setTab] = useState<'flow' | 'runs'>('flow')
  const wanted = useOpenRun((state) => state.wanted)
  useEffect(() => {
    if (wanted?.flowId === flow.id) setTab('runs')
  }, [wanted, flow.id])
  const stepsFailure = useFlowActions(({ flows }) => saveErrorOf(flows[flow.id]))
  useEffect(() => {
    // It is explained above the steps.
    if (stepsFailure !== null) setTab('flow')
  }, [stepsFailure])
  const designer = useRef<HTMLElement>(null)
  const revert = () => {
    revertAll(flow)
    // Its button goes with the edits.
    designer.current?.focus()
  }
  useSaveShortcut(flow)
  return (
    <section ref={designer} className={styles.designer} aria-label={t('designer')} tabIndex={-1}>
      <header className={styles.head}>
        <h2 className={styles.name}>
          <VisibleText text={flow.name} light />
        </h2>
        <FlowState state={flow.state} />
        <span className={styles.push} />
        {hasUnsaved ? (
          <>
            <span className={styles.unsaved}>{t('unsaved')}</span>
            <Button appearance="subtle" icon={<ArrowResetRegular />} onClick={revert}>
              {t('revert')}
            </Button>
          </>
        ) : null}
        <TestButton flowId={flow.id} />
        <Button
          appearance="primary"
          icon={<SaveRegular />}
          title={t('saveHint')}
          disabledFocusable={!hasUnsaved || conflicts.length > 0}
          onClick={() => void saveAll(flow)}
        >
          {t('save')}
        </Button>
        <FlowToolsMenu />
      </header>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={t('flowRuns:tabs')}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value === 'runs' ? 'runs' : 'flow')}
      >
        <Tab value="flow">{t('flowRuns:tab.designer')}</Tab>
        <Tab value="runs">{t('flowRuns:tab.runs')}</Tab>
      </TabList>
      <TestBar flow={flow} />
      {tab === 'runs' ? <FlowRuns flowId={flow.id} /> : null}
      <div className={styles.scroll} hidden={tab !== 'flow'}>
        <div className={styles.page}>
          {conflicts.length > 0 ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{t('conflict.title')}</MessageBarTitle>
                {t('conflict.body', { fields: conflicts.map((field) => t(`field.${field}`)).join(', ') })}
              </MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={() => keepEdits(flow)}>
                  {t('conflict.keepMine')}
                </Button>
                <Button size="small" onClick={() => revertFlow(flow.id)}>
                  {t('conflict.takeTheirs')}
                </Button>
              </MessageBarActions>
            </MessageBar>
          ) : null}
          {flow.state === 'started' ? null : (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{t(`offHelp.${flow.state === 'suspended' ? 'suspended' : 'disabled'}`)}</MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={() => void toggleFlow(flow)}>
                  {t('menu.turnOn')}
                </Button>
              </MessageBarActions>
            </MessageBar>
          )}
          <div>
            <TriggerCard flow={flow} content={content} />
            <ActionsEditor flowId={flow.id} schemaText={content.schemaText} />
          </div>
        </div>
      </div>
    </section>
  )
}

/** Saves the trigger and the steps; what of them fails says so itself. */
async function saveAll(flow: Flow): Promise<void> {
  const { isUnsaved: isTriggerUnsaved } = followFlow(useFlowEdits.getState().edits[flow.id], flow)
  if (!isTriggerUnsaved && !isUnsaved(useFlowActions.getState().flows[flow.id])) return
  const isTriggerSaved = await saveTrigger(flow)
  // A failure is explained above the cards.
  const areSaved = await saveActions(flow.id).then(
    () => true,
    () => false,
  )
  if (isTriggerSaved && areSaved) tellSaved(flow)
}

function revertAll(flow: Flow): void {
  revertFlow(flow.id)
  revertActions(flow.id)
}

/** Ctrl+S saves while the flows are on the screen and no dialog is open. */
function useSaveShortcut(flow: Flow): void {
  const current = useRef(flow)
  current.current = flow
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 's'
      if (!isSave || useView.getState().dialog !== null || document.querySelector('.fui-DialogSurface')) return
      event.preventDefault()
      takeFocusedNumber()
      void saveAll(current.current)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
