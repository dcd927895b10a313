import { Spinner } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useBacking, useComposer, useDraft } from '../state/composer-store'
import { useSettings } from '../state/settings-store'
import { useMediaQuery } from '../styles/use-theme'
import { AnswerPane } from './answer/answer-pane'
import { BackingBars } from './backing-bars'
import styles from './composer-view.module.css'
import { ContainerForm } from './container/container-form'
import { ExampleView } from './container/example-view'
import { HistoryView } from './history/history-view'
import { keepSizes } from './keep-sizes'
import { RequestEditor } from './request/request-editor'
import { RunnerView } from './runner/runner-view'

/** What the active tab shows. */
export function TabContent({ draftId }: { readonly draftId: string }) {
  const kind = useDraft(draftId)?.kind
  return (
    <div className={styles.content} role="tabpanel" id={`tab-panel-${draftId}`} aria-labelledby={`tab-${draftId}`}>
      <BackingBars draftId={draftId} />
      {kind === 'request' ? <RequestSplit draftId={draftId} /> : null}
      {kind === 'container' ? <ContainerForm draftId={draftId} /> : null}
      {kind === 'example' ? <Example draftId={draftId} /> : null}
      {kind === 'runner' ? <RunnerView draftId={draftId} /> : null}
      {kind === 'history' ? <HistoryView draftId={draftId} /> : null}
    </div>
  )
}

function RequestSplit({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('collections')
  const split = useComposer((state) => state.workspace.split)
  // Beside each other the two need room; a narrow window has it below only.
  const narrow = useMediaQuery('(width < 900px)')
  const stacked = split === 'rows' || narrow
  const name = stacked ? 'composerRows' : 'composerColumns'
  const sizes = useSettings((state) => state.settings.paneSizes[name])
  return (
    <Group
      key={name}
      className={styles.split}
      orientation={stacked ? 'vertical' : 'horizontal'}
      defaultLayout={{ request: sizes?.[0] ?? 55, answer: sizes?.[1] ?? 45 }}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && keepSizes(name, layout)}
    >
      <Panel id="request" minSize={stacked ? 120 : 280}>
        <div className={styles.pane}>
          <RequestEditor draftId={draftId} />
        </div>
      </Panel>
      <Separator className={styles.separator} aria-label={t('answerSeparator')} />
      <Panel id="answer" minSize={stacked ? 80 : 240}>
        <div className={styles.pane}>
          <AnswerPane draftId={draftId} />
        </div>
      </Panel>
    </Group>
  )
}

function Example({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('collections')
  const backing = useBacking(draftId)
  if (backing.state === 'loading') return <Spinner className={styles.waiting} size="small" label={t('view.loading')} />
  if (backing.state !== 'saved' || backing.detail.kind !== 'example') return null
  return <ExampleView draftId={draftId} content={backing.detail.content} />
}
