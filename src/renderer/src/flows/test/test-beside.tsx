import { Spinner } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from 'react-resizable-panels'
import composer from '../../composer/composer-view.module.css'
import { keepSizes } from '../../composer/keep-sizes'
import { useEngine } from '../../state/engine-store'
import { useSettings } from '../../state/settings-store'
import { useTestBeside } from '../../state/test-beside-store'
import { useMediaQuery } from '../../styles/use-theme'
import { Split, SplitLine } from '../../ui/split'

const TestPanel = lazy(async () => ({ default: (await import('./test-panel')).TestPanel }))

type TestBesideProps = {
  /** Whether the composer is on the screen: elsewhere the flow's own view says how the test goes. */
  readonly shown: boolean
  readonly children: ReactNode
}

/** The composer (`children`), and beside it the test of a flow while there is one. */
export function TestBeside({ shown, children }: TestBesideProps) {
  const { t } = useTranslation(['flowRuns', 'common'])
  const flowId = useTestBeside((state) => state.flowId)
  const flow = useEngine(({ hydration }) =>
    hydration?.flows.find(({ id, state }) => id === flowId && state !== 'deleted'),
  )
  // Beside each other the two need room; a narrow window has the test below.
  const isStacked = useMediaQuery('(width < 1150px)')
  const name = isStacked ? 'testRows' : 'testColumns'
  const sizes = useSettings((state) => state.settings.paneSizes[name])
  const size = sizes?.[1] ?? (isStacked ? 42 : 34)
  return (
    <Split
      orientation={isStacked ? 'vertical' : 'horizontal'}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && keepSizes(name, layout)}
    >
      <Panel id="composer" className={composer.main} minSize={isStacked ? 200 : 480}>
        {children}
      </Panel>
      {flow ? (
        <>
          <SplitLine label={t('flowRuns:beside.separator')} />
          <Panel key={name} id="test" defaultSize={`${size}%`} minSize={isStacked ? 120 : 280}>
            <Suspense fallback={<Spinner size="small" label={t('common:loading')} />}>
              {shown ? <TestPanel key={flow.id} flow={flow} /> : null}
            </Suspense>
          </Panel>
        </>
      ) : null}
    </Split>
  )
}
