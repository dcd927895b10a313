import { Button, Spinner } from '@fluentui/react-components'
import type { AppErrorData } from '@shared/app-error'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeActions, loadActions, useFlowActions } from '../../state/flow-actions-store'
import { ErrorBar } from '../../ui/error-text'
import { DynamicContentContext } from '../dynamic/dynamic-content'
import { PreviewLeadPicker } from '../dynamic/preview-lead-picker'
import { usePreviewLead } from '../dynamic/use-preview-lead'
import { useTokens } from '../dynamic/use-tokens'
import styles from './actions-editor.module.css'
import { StepList } from './step-list'
import { type Steps, StepsContext } from './steps-context'

type ActionsEditorProps = {
  readonly flowId: string
  /** The trigger's schema as it is being edited, whether it can be used or not. */
  readonly schemaText: string
}

/** The steps of a flow below its trigger's card. What is edited waits in `flow-actions-store` until it is saved. */
export function ActionsEditor({ flowId, schemaText }: ActionsEditorProps) {
  const { t } = useTranslation('flowActions')
  const state = useFlowActions(({ flows }) => flows[flowId])
  useEffect(() => loadActions(flowId), [flowId])
  if (state === undefined || state.state === 'loading') {
    return <Spinner className={styles.waiting} size="small" label={t('loading')} />
  }
  if (state.state === 'failed') {
    return (
      <ErrorBar error={state.error}>
        <Button size="small" onClick={() => loadActions(flowId)}>
          {t('retry')}
        </Button>
      </ErrorBar>
    )
  }
  return (
    <>
      {state.saveError ? <SaveFailure error={state.saveError} /> : null}
      <Cards key={flowId} flowId={flowId} schemaText={schemaText} actions={state.actions} />
    </>
  )
}

/** Comes into sight by itself: the button that was pressed is far from it. */
function SaveFailure({ error }: { readonly error: AppErrorData }) {
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each failure
  useEffect(() => {
    const frame = requestAnimationFrame(() => place.current?.scrollIntoView({ block: 'center' }))
    return () => cancelAnimationFrame(frame)
  }, [error])
  return (
    <div ref={place} role="alert" className={styles.failure}>
      <ErrorBar error={error} />
    </div>
  )
}

function Cards({ flowId, schemaText, actions }: ActionsEditorProps & Pick<Steps, 'actions'>) {
  const { t } = useTranslation('flowActions')
  const tokens = useTokens(schemaText)
  const { leads, preview, choose } = usePreviewLead()
  const content = useMemo(() => ({ tokens, preview }), [tokens, preview])
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set())
  const steps: Steps = {
    flowId,
    actions,
    openIds,
    change: (change) => changeActions(flowId, change),
    setOpen: (id, isOpen) =>
      setOpenIds((before) =>
        isOpen ? new Set([...before, id]) : new Set([...before].filter((other) => other !== id)),
      ),
  }
  return (
    <DynamicContentContext value={content}>
      <StepsContext value={steps}>
        <div className={styles.editor}>
          {actions.length === 0 ? (
            <p className={styles.none}>{t('none')}</p>
          ) : (
            <PreviewLeadPicker leads={leads} preview={preview} onChoose={choose} />
          )}
          <StepList list={null} label={t('title')} />
        </div>
      </StepsContext>
    </DynamicContentContext>
  )
}
