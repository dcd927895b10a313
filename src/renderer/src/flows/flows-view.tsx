import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from 'react-resizable-panels'
import { keepSizes } from '../composer/keep-sizes'
import { chosenFlow, useChosenFlow } from '../state/chosen-flow'
import { useEngine } from '../state/engine-store'
import { followFlowActivity } from '../state/flow-activity-store'
import { useSettings } from '../state/settings-store'
import { useMediaQuery } from '../styles/use-theme'
import { Split, SplitLine } from '../ui/split'
import { FlowDesigner } from './flow-designer'
import { FlowList } from './flow-list'
import { FlowToolDialogs } from './flow-tool-dialogs'
import { FlowsDialogs } from './flows-dialogs'

/** *My flows* at the left; the chosen flow's trigger at the right. */
export function FlowsView() {
  const { t } = useTranslation('flows')
  const sizes = useSettings((state) => state.settings.paneSizes.flows)
  const narrow = useMediaQuery('(width < 1000px)')
  const flows = useEngine((state) => state.hydration?.flows)
  const chosenId = useChosenFlow((state) => state.id)
  const flow = flows && chosenFlow(flows, chosenId)
  useEffect(followFlowActivity, [])
  return (
    <>
      <h1 className="visually-hidden">{t('title')}</h1>
      <Split
        orientation="horizontal"
        defaultLayout={{ list: sizes?.[0] ?? 24, main: sizes?.[1] ?? 76 }}
        onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && keepSizes('flows', layout)}
      >
        <Panel id="list" minSize={narrow ? 200 : 240} maxSize="50%">
          <FlowList flows={flows ?? []} chosenId={flow?.id ?? null} />
        </Panel>
        <SplitLine label={t('separator')} />
        <Panel id="main" minSize={360}>
          {flow ? <FlowDesigner key={flow.id} flow={flow} /> : null}
        </Panel>
      </Split>
      <FlowsDialogs />
      <FlowToolDialogs />
    </>
  )
}
