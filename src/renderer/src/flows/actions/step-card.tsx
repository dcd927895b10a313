import { Badge, Tooltip } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular, ReOrderDotsVerticalRegular } from '@fluentui/react-icons'
import type { FlowAction } from '@shared/flow/action'
import { replaceAction, type StepList } from '@shared/flow/action-tree'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../../ui/visible-text'
import { ActionIcon } from './action-icon'
import { moveStep } from './move-step'
import { RenameStep } from './rename-step'
import { RunAfterDialog } from './run-after-dialog'
import styles from './step-card.module.css'
import { stepDragType } from './step-drag'
import { StepForm } from './step-form'
import { StepMenu } from './step-menu'
import { useStepSummary } from './step-summary'
import { useSteps } from './steps-context'

type StepCardProps = { readonly action: FlowAction; readonly list: StepList; readonly index: number }

/** A step: one line when it is folded, its form when it is not. Alt and an arrow move it. */
export function StepCard({ action, list, index }: StepCardProps) {
  const { t } = useTranslation('flowActions')
  const steps = useSteps()
  const [isRenaming, setRenaming] = useState(false)
  const [isChoosingRunAfter, setChoosingRunAfter] = useState(false)
  const card = useRef<HTMLElement>(null)
  const contentId = useId()
  const isOpen = steps.openIds.has(action.id)
  const summary = useStepSummary(action)
  const isRehearsed = 'connectionId' in action && action.connectionId === null
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    // A dropdown opens with these keys, and a dialog of the card is not in it.
    if (!(event.target instanceof Element) || !card.current?.contains(event.target)) return
    if (event.defaultPrevented || event.target.closest('select, [role="combobox"], [role="listbox"]')) return
    event.preventDefault()
    event.stopPropagation()
    const by = event.key === 'ArrowUp' ? -1 : 1
    steps.change((actions) => moveStep(actions, action.id, by))
    // React moves the card in the page, which takes the focus from what is in it.
    const focused = document.activeElement
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && card.current?.contains(focused)) focused.focus()
    })
  }
  return (
    <article ref={card} className={styles.card} aria-label={action.name} data-step={action.name} onKeyDown={keys}>
      <header className={styles.head}>
        <Tooltip content={t('card.drag')} relationship="description" showDelay={800}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard moves steps with Alt and an arrow */}
          <span
            className={styles.handle}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData(stepDragType, action.id)
              if (card.current) event.dataTransfer.setDragImage(card.current, 16, 16)
            }}
          >
            <ReOrderDotsVerticalRegular aria-hidden />
          </span>
        </Tooltip>
        <ActionIcon type={action.type} />
        {isRenaming ? (
          <RenameStep action={action} onClose={() => setRenaming(false)} />
        ) : (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls={contentId}
            onClick={() => steps.setOpen(action.id, !isOpen)}
          >
            <Chevron aria-hidden className={`${styles.chevron}`} />
            <span className={styles.title}>
              <VisibleText text={action.name} light className={styles.name} />
              {summary === '' ? null : (
                <span className={styles.summary}>
                  <VisibleText text={summary} light maxLength={200} />
                </span>
              )}
            </span>
          </button>
        )}
        {isRehearsed ? (
          <Badge appearance="tint" color="informative" className={`${styles.badge}`}>
            {t('card.rehearsal')}
          </Badge>
        ) : null}
        {isUsualRunAfter(action) ? null : (
          <button type="button" className={styles.runAfter} onClick={() => setChoosingRunAfter(true)}>
            {t('runAfter.mark', { states: action.runAfter.map((state) => t(`runAfter.word.${state}`)).join(', ') })}
          </button>
        )}
        <StepMenu
          action={action}
          place={{ list, index }}
          onRename={() => setRenaming(true)}
          onRunAfter={() => setChoosingRunAfter(true)}
        />
      </header>
      <div id={contentId} hidden={!isOpen}>
        {isOpen ? (
          <div className={styles.content}>
            <StepForm
              action={action}
              onChange={(changed) => steps.change((actions) => replaceAction(actions, changed))}
            />
          </div>
        ) : null}
      </div>
      {isChoosingRunAfter ? <RunAfterDialog action={action} onClose={() => setChoosingRunAfter(false)} /> : null}
    </article>
  )
}

function isUsualRunAfter({ runAfter }: FlowAction): boolean {
  return runAfter.length === 1 && runAfter[0] === 'Succeeded'
}
