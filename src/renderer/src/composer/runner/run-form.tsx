import { Button, Checkbox, Field, Select, SpinButton } from '@fluentui/react-components'
import { PlayRegular, StopRegular } from '@fluentui/react-icons'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { CollectionRun } from '@shared/runner/collection-run'
import type { Draft } from '@shared/workspace/draft'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { subtreeIds } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { changeDraft, useComposer } from '../../state/composer-store'
import { startRun, stopRun, useRunner } from '../../state/runner-store'
import { ErrorBar } from '../../ui/error-text'
import { markedText } from '../../ui/marked-text'
import { DataFile } from './data-file'
import styles from './run-form.module.css'
import { targetOf } from './run-targets'
import { type RunnerContent, runnerLimits } from './runner-content'
import { TargetPicker } from './target-picker'

type RunFormProps = {
  readonly draft: Draft
  readonly content: RunnerContent
  /** The run that is shown. */
  readonly run: CollectionRun | null
  readonly onChange: (changes: Partial<RunnerContent>) => void
  readonly onStarted: (runId: number) => void
}

/** What is run, with what, and how. */
export function RunForm({ draft, content, run, onChange, onStarted }: RunFormProps) {
  const { t } = useTranslation('runner')
  const { collections, environments } = useCollections()
  const currentEnvironment = useComposer((state) => state.workspace.environmentId)
  const data = useRunner((state) => state.data[draft.id] ?? null)
  const hasUnsaved = useComposer(({ drafts }) => {
    if (draft.nodeId === null) return false
    const inside = new Set(subtreeIds(collections, draft.nodeId))
    return Object.values(drafts).some(({ nodeId, unsaved }) => unsaved && nodeId !== null && inside.has(nodeId))
  })
  const [error, setError] = useState<AppErrorData | null>(null)
  const [isStarting, setIsStarting] = useState(false)
  const target = targetOf(collections, draft.nodeId)
  const isRunning = run?.state.state === 'running'

  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (!target || isRunning || isStarting) return
    setError(null)
    setIsStarting(true)
    try {
      const { iterations, concurrency, delayMs, bail, environment } = content
      const environmentId = environment === 'current' ? currentEnvironment : (environment?.id ?? null)
      const dataId = data?.dataId ?? null
      onStarted(await startRun({ nodeId: target.id, environmentId, dataId, iterations, concurrency, delayMs, bail }))
    } catch (failure) {
      setError(toErrorData(failure))
    }
    setIsStarting(false)
  }
  const current = environments.find(({ id }) => id === currentEnvironment)?.name ?? t('form.noEnvironment')
  return (
    <form className={styles.form} aria-label={t('form.label')} onSubmit={(event) => void start(event)}>
      <Field label={t('form.target')} size="small">
        <TargetPicker
          collections={collections}
          target={target}
          onChange={({ id, name }) => changeDraft(draft.id, { nodeId: id, name })}
        />
      </Field>
      {hasUnsaved ? <p className={styles.warning}>{t('form.unsaved')}</p> : null}
      <Field label={t('form.environment')} size="small">
        <Select
          size="small"
          value={
            content.environment === 'current'
              ? 'current'
              : content.environment === null
                ? ''
                : `id ${content.environment.id}`
          }
          onChange={(_, { value }) =>
            onChange({ environment: value === 'current' ? 'current' : value === '' ? null : { id: value.slice(3) } })
          }
        >
          <option value="current">{t('form.currentEnvironment', { name: markedText(current) })}</option>
          <option value="">{t('form.noEnvironment')}</option>
          {environments.map(({ id, name }) => (
            <option key={id} value={`id ${id}`}>
              {markedText(name)}
            </option>
          ))}
        </Select>
      </Field>
      <DataFile draftId={draft.id} data={data} onRows={(iterations) => onChange({ iterations })} />
      <div className={styles.numbers}>
        <Whole name="iterations" value={content.iterations} onChange={(iterations) => onChange({ iterations })} />
        <Whole name="concurrency" value={content.concurrency} onChange={(concurrency) => onChange({ concurrency })} />
        <Whole name="delayMs" value={content.delayMs} onChange={(delayMs) => onChange({ delayMs })} />
      </div>
      <Checkbox
        label={t('form.bail')}
        checked={content.bail}
        onChange={(_, { checked }) => onChange({ bail: checked === true })}
      />
      {error ? <ErrorBar error={error} /> : null}
      <div className={styles.actions}>
        {isRunning ? (
          <Button icon={<StopRegular />} onClick={() => void stopRun(run.id)}>
            {t('form.stop')}
          </Button>
        ) : (
          <Button
            type="submit"
            appearance="primary"
            icon={<PlayRegular />}
            disabledFocusable={target === null || isStarting}
          >
            {t('form.start')}
          </Button>
        )}
      </div>
    </form>
  )
}

type WholeProps = {
  readonly name: keyof typeof runnerLimits
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A whole number within its limits; what is typed beyond them is set to the nearest one. */
function Whole({ name, value, onChange }: WholeProps) {
  const { t } = useTranslation('runner')
  const { min, max } = runnerLimits[name]
  return (
    <Field label={t(`form.${name}`)} size="small">
      <SpinButton
        size="small"
        min={min}
        max={max}
        value={value}
        onChange={(_, data) => {
          const wanted = data.value ?? Number.parseInt(data.displayValue ?? '', 10)
          if (Number.isFinite(wanted)) onChange(Math.round(Math.max(min, Math.min(max, wanted))))
        }}
      />
    </Field>
  )
}
