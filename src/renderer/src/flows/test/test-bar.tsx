import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { followFlowTests, startTest, stopTest, useFlowTests } from '../../state/flow-test-store'
import { openRun } from '../../state/open-run-store'
import { testBesideComposer } from '../../state/test-beside-store'
import { ErrorBar } from '../../ui/error-text'
import { showLead } from '../runs/show-lead'
import { showRun } from '../runs/show-run'
import { useStepErrorTitle } from '../runs/step-error'
import { useRun } from '../runs/use-run'
import { openRequestToFlow } from './request-to-flow'
import styles from './test-bar.module.css'

type TestBarProps = {
  readonly flow: Flow
  /** It stands beside the composer, in a panel that closes as a whole and shows the run itself. */
  readonly isBeside?: boolean
}

/** What *Test* has to say: that it waits for a request, then how the run went. Nothing while there is no test. */
export function TestBar({ flow, isBeside = false }: TestBarProps) {
  const flowId = flow.id
  const { t } = useTranslation(['flowRuns', 'common'])
  const test = useFlowTests(({ tests }) => tests[flowId])
  useEffect(followFlowTests, [])
  if (!test) return null
  const close = isBeside ? null : (
    <Button
      appearance="transparent"
      size="small"
      icon={<DismissRegular />}
      aria-label={t('common:close')}
      onClick={() => void stopTest(flowId)}
    />
  )
  switch (test.state) {
    case 'starting':
    case 'waiting':
      return (
        <MessageBar
          intent="info"
          layout="multiline"
          className={`${styles.bar}`}
          icon={<Spinner size="tiny" aria-hidden />}
        >
          <MessageBarBody>
            <MessageBarTitle>{t('flowRuns:waiting.title')}</MessageBarTitle>
            {t(isBeside ? 'flowRuns:beside.waiting' : 'flowRuns:waiting.text')}
          </MessageBarBody>
          {isBeside ? (
            <MessageBarActions>
              <Button size="small" onClick={() => openRequestToFlow(flow)}>
                {t('flowRuns:beside.request')}
              </Button>
            </MessageBarActions>
          ) : (
            <MessageBarActions>
              <Button size="small" onClick={() => testBesideComposer(flowId)}>
                {t('flowRuns:waiting.composer')}
              </Button>
              <Button size="small" onClick={() => void stopTest(flowId)}>
                {t('common:cancel')}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )
    case 'ended':
      return <TestOutcome key={test.runId} flowId={flowId} runId={test.runId} isBeside={isBeside} close={close} />
    case 'refused':
      return (
        <MessageBar intent="error" layout="multiline" className={`${styles.bar}`}>
          <MessageBarBody>
            <MessageBarTitle>{t('flowRuns:refused.title')}</MessageBarTitle>
            {t('flowRuns:refused.text')}
          </MessageBarBody>
          <MessageBarActions containerAction={close}>
            <Button size="small" onClick={() => showLead(test.leadId)}>
              {t('flowRuns:refused.inbox')}
            </Button>
            <Button size="small" onClick={() => void startTest(flowId)}>
              {t('flowRuns:lost.again')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )
    case 'lost':
      return (
        <MessageBar intent="warning" layout="multiline" className={`${styles.bar}`}>
          <MessageBarBody>
            <MessageBarTitle>{t('flowRuns:lost.title')}</MessageBarTitle>
            {t('flowRuns:lost.text')}
          </MessageBarBody>
          <MessageBarActions containerAction={close}>
            <Button size="small" onClick={() => void startTest(flowId)}>
              {t('flowRuns:lost.again')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )
    case 'failed':
      return (
        <div className={styles.bar}>
          <ErrorBar error={test.error}>{close}</ErrorBar>
        </div>
      )
  }
}

type TestOutcomeProps = {
  readonly flowId: string
  readonly runId: number
  readonly isBeside: boolean
  readonly close: React.JSX.Element | null
}

/** How the run of the test went. */
function TestOutcome({ flowId, runId, isBeside, close }: TestOutcomeProps) {
  const { t } = useTranslation('flowRuns')
  const run = useRun(runId)
  const title = useStepErrorTitle()
  if (run.state === 'failed') return <ErrorBar error={run.error}>{close}</ErrorBar>
  const state = run.state === 'ready' ? run.detail.summary.state.state : 'Running'
  if (run.state !== 'ready' || state === 'Running') {
    return (
      <MessageBar intent="info" className={`${styles.bar}`} icon={<Spinner size="tiny" aria-hidden />}>
        <MessageBarBody>{t('outcome.running')}</MessageBarBody>
        <MessageBarActions containerAction={close} />
      </MessageBar>
    )
  }
  const broken = run.detail.steps.find((step) => 'error' in step.state)
  const error = broken && 'error' in broken.state ? broken.state.error : null
  const blank = run.detail.steps.reduce((sum, step) => sum + step.blankTokens.length, 0)
  return (
    <MessageBar
      intent={state !== 'Succeeded' ? 'error' : broken ? 'warning' : 'success'}
      layout="multiline"
      className={`${styles.bar}`}
    >
      <MessageBarBody>
        <MessageBarTitle>{t(state === 'Succeeded' ? 'outcome.succeeded' : 'outcome.failed')}</MessageBarTitle>
        {broken && error
          ? t(state === 'Succeeded' ? 'outcome.handled' : 'outcome.step', { step: broken.name, why: title(error) })
          : null}{' '}
        {blank > 0 ? t('outcome.blank', { count: blank }) : null}
      </MessageBarBody>
      <MessageBarActions containerAction={close}>
        <Button size="small" onClick={() => (isBeside ? showRun : openRun)({ flowId, id: runId })}>
          {t(isBeside ? 'beside.open' : 'outcome.open')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
