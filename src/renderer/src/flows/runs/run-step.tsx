import { ChevronDownRegular, ChevronRightRegular, FlashRegular } from '@fluentui/react-icons'
import type { RunStep, StepValue } from '@shared/run/run'
import { findTokens } from '@shared/template/template'
import { tokenName } from '@shared/template/trigger-tokens'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { english } from '../../i18n/english'
import { CopyButton } from '../../ui/copy-button'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import { ActionIcon } from '../actions/action-icon'
import { RehearsedOutput } from './rehearsed-output'
import { shortDuration, stepDuration } from './run-duration'
import styles from './run-step.module.css'
import { StateMark, tone } from './state-mark'
import { StepErrorBar, useStepErrorTitle } from './step-error'

/** The trigger of a run: it always succeeded, or there would be no run. */
export function TriggerCard() {
  const { t } = useTranslation('flowRuns')
  return (
    <div className={`${styles.card} ${styles.good}`}>
      <div className={styles.line}>
        <span className={styles.triggerIcon} aria-hidden>
          <FlashRegular />
        </span>
        <span className={styles.name}>{t('trigger')}</span>
        <StateMark state="Succeeded" />
      </div>
    </div>
  )
}

type RunStepCardProps = { readonly step: RunStep; readonly steps: readonly RunStep[] }

/** A step as it was carried out; a click shows its inputs, outputs and error. Failed ones are open from the start. */
export function RunStepCard({ step, steps }: RunStepCardProps) {
  const title = useStepErrorTitle()
  const error = 'error' in step.state ? step.state.error : null
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const isOpen = isOpened ?? (error !== null && step.type !== 'condition')
  const id = useId()
  const duration = stepDuration(step.state)
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular
  return (
    <article className={`${styles.card} ${styles[tone(step.state.state)]}`} aria-label={step.name}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpened(!isOpen)}
      >
        <Chevron aria-hidden className={`${styles.chevron}`} />
        <ActionIcon type={step.type} />
        <span className={styles.name}>
          <VisibleText text={step.name} light maxLength={120} />
          {error === null || isOpen ? null : <span className={styles.why}>{title(error)}</span>}
        </span>
        {duration === null ? null : <span className={styles.duration}>{shortDuration(duration)}</span>}
        <StateMark state={step.state.state} />
      </button>
      <div id={id} hidden={!isOpen} className={styles.content}>
        {isOpen ? <StepContent step={step} /> : null}
      </div>
      {step.type === 'condition' ? <Branches step={step} steps={steps} /> : null}
    </article>
  )
}

function StepContent({ step }: { readonly step: RunStep }) {
  const { t } = useTranslation('flowRuns')
  const { state } = step
  const blank = step.blankTokens.map((written) => {
    const [found] = findTokens(written)
    return found?.token ? tokenName(found.token) : written
  })
  return (
    <>
      {state.state === 'Skipped' ? <p className={styles.note}>{t('skipped', { code: 'ActionSkipped' })}</p> : null}
      {state.state === 'Cancelled' ? (
        <p className={styles.note}>{t(state.because === 'lead-deleted' ? 'cancelledWithLead' : 'cancelled')}</p>
      ) : null}
      {state.state === 'Retrying' ? (
        <p className={styles.note}>
          {t('retrying', { count: step.attempts })} <LeadTime at={state.nextAt} />
        </p>
      ) : null}
      {'error' in state ? <StepErrorBar error={state.error} /> : null}
      {step.attempts > 1 && state.state !== 'Retrying' ? (
        <p className={styles.note}>{t('attempts', { count: step.attempts })}</p>
      ) : null}
      {blank.length > 0 ? (
        <p className={styles.warning}>{t('blank', { count: blank.length, names: blank.join(', ') })}</p>
      ) : null}
      <Values title={t('inputs')} values={step.inputs} />
      <Values title={t('outputs')} values={step.outputs} />
      <RehearsedOutput step={step} />
      {step.inputs.length === 0 && step.outputs.length === 0 && state.state !== 'Skipped' ? (
        <p className={styles.note}>{t('noValues')}</p>
      ) : null}
    </>
  )
}

function Values({ title, values }: { readonly title: string; readonly values: readonly StepValue[] }) {
  const { t } = useTranslation('flowRuns')
  if (values.length === 0) return null
  return (
    <section className={styles.values}>
      <h4>{title}</h4>
      <dl>
        {values.map(({ name, value }, index) => (
          // Values can repeat; they have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={index} className={styles.value}>
            <dt>{isKnown(name) ? t(`value.${name}`) : <VisibleText text={name} light maxLength={120} />}</dt>
            <dd>
              <VisibleText text={value} multiline light maxLength={5000} className={styles.valueText} />
              {value === '' ? null : <CopyButton text={value} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Branches({ step, steps }: RunStepCardProps) {
  const { t } = useTranslation('flowRuns')
  return (['true', 'false'] as const).map((branch) => {
    const own = steps.filter(({ branchOf }) => branchOf?.actionId === step.actionId && branchOf.branch === branch)
    if (own.length === 0) return null
    return (
      <section key={branch} className={styles.branch} aria-label={t(`branch.${branch}`)}>
        <h4>{t(`branch.${branch}`)}</h4>
        {own.map((inner) => (
          <RunStepCard key={inner.actionId} step={inner} steps={steps} />
        ))}
      </section>
    )
  })
}

/** Names that the engine gives by itself have words; others (columns, headers) stand as they are. */
function isKnown(name: string): name is keyof typeof english.flowRuns.value {
  return Object.hasOwn(english.flowRuns.value, name)
}
