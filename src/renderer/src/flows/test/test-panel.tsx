import { Button, Tooltip } from '@fluentui/react-components'
import { ArrowRepeatAllRegular, DismissRegular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { startTest, useFlowTests } from '../../state/flow-test-store'
import { closeTestBeside } from '../../state/test-beside-store'
import { PaneHint } from '../../ui/pane-hint'
import { VisibleText } from '../../ui/visible-text'
import { RunView } from '../runs/run-view'
import { showRun } from '../runs/show-run'
import { focusRequest } from './request-to-flow'
import { TestBar } from './test-bar'
import styles from './test-panel.module.css'

/** *Test* of a flow beside the composer: it waits for *Send*, then shows how the run went, with its steps. */
export function TestPanel({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('flowRuns')
  const test = useFlowTests(({ tests }) => tests[flow.id])
  const panel = useRef<HTMLElement>(null)
  const isWaiting = test?.state === 'waiting' || test?.state === 'starting'
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard comes from a menu that is gone with its view
  useEffect(() => {
    if (isWaiting) panel.current?.focus()
  }, [])
  const close = () => {
    closeTestBeside()
    focusRequest()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    close()
  }
  return (
    <section ref={panel} className={styles.panel} aria-label={t('beside.panel')} tabIndex={-1} onKeyDown={press}>
      <header className={styles.head}>
        <h2 className={styles.name}>
          <VisibleText text={t('beside.title', { name: flow.name.slice(0, 120) })} light />
        </h2>
        {isWaiting ? null : (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowRepeatAllRegular />}
            onClick={() => void startTest(flow.id)}
          >
            {t('lost.again')}
          </Button>
        )}
        <Tooltip content={t(isWaiting ? 'beside.stop' : 'beside.close')} relationship="label">
          <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={close} />
        </Tooltip>
      </header>
      <div className={styles.body}>
        <TestBar flow={flow} isBeside />
        {test?.state === 'ended' ? (
          <RunView key={test.runId} id={test.runId} onOpen={(id) => showRun({ id, flowId: flow.id })} />
        ) : null}
        {test === undefined ? <PaneHint title={t('beside.none.title')} text={t('beside.none.text')} /> : null}
      </div>
    </section>
  )
}
