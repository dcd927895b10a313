import { Spinner } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useBacking, useDraft } from '../state/composer-store'
import { BackingBars } from './backing-bars'
import styles from './composer-view.module.css'
import { ContainerForm } from './container/container-form'
import { ExampleView } from './container/example-view'
import { HistoryView } from './history/history-view'
import { RequestEditor } from './request/request-editor'
import { RunnerView } from './runner/runner-view'

/** What the active tab shows. */
export function TabContent({ draftId }: { readonly draftId: string }) {
  const kind = useDraft(draftId)?.kind
  return (
    <div className={styles.content} role="tabpanel" id={`tab-panel-${draftId}`} aria-labelledby={`tab-${draftId}`}>
      <BackingBars draftId={draftId} />
      {kind === 'request' ? <RequestEditor draftId={draftId} /> : null}
      {kind === 'container' ? <ContainerForm draftId={draftId} /> : null}
      {kind === 'example' ? <Example draftId={draftId} /> : null}
      {kind === 'runner' ? <RunnerView draftId={draftId} /> : null}
      {kind === 'history' ? <HistoryView draftId={draftId} /> : null}
    </div>
  )
}

function Example({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('collections')
  const backing = useBacking(draftId)
  if (backing.state === 'loading') return <Spinner className={styles.waiting} size="small" label={t('view.loading')} />
  if (backing.state !== 'saved' || backing.detail.kind !== 'example') return null
  return <ExampleView draftId={draftId} content={backing.detail.content} />
}
