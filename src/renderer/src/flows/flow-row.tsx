import type { Flow } from '@shared/flow/flow'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseFlow } from '../state/chosen-flow'
import { useActionsUnsaved } from '../state/flow-actions-store'
import { useFlowActivity } from '../state/flow-activity-store'
import { followFlow, useFlowEdits } from '../state/flow-edits'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { LeadTime } from '../ui/lead-time'
import { VisibleText } from '../ui/visible-text'
import { deleteFlow } from './flow-actions'
import styles from './flow-list.module.css'
import { FlowMenu } from './flow-menu'
import { FlowState } from './flow-state'
import { focusChosenFlow } from './focus-flow'
import { RenameFlow } from './rename-flow'

type FlowRowProps = { readonly flow: Flow; readonly isChosen: boolean; readonly isLast: boolean }

/** A flow in the list: its name, whether it is on, how many leads came and when the last one. */
export function FlowRow({ flow, isChosen, isLast }: FlowRowProps) {
  const { t } = useTranslation('flows')
  const isRenaming = useFlowsDialog((state) => state.renamingId === flow.id)
  const rename = useFlowsDialog((state) => state.rename)
  const activity = useFlowActivity((state) => state.activity.get(flow.id))
  const isTriggerUnsaved = useFlowEdits((state) => followFlow(state.edits[flow.id], flow).isUnsaved)
  const areStepsUnsaved = useActionsUnsaved(flow.id)
  const isUnsaved = isTriggerUnsaved || areStepsUnsaved
  const [menuOpen, setMenuOpen] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // A flow that was just made stands at the end of a list that may be long.
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // A key that is held down shall not delete one flow after the other.
    if (event.repeat && event.key === 'Delete') return
    const act = {
      F2: () => rename(flow.id),
      Delete: () => void deleteFlow(flow).then(focusChosenFlow),
      ArrowDown: () => step(event.currentTarget, 1),
      ArrowUp: () => step(event.currentTarget, -1),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const leads = activity?.leads ?? 0
  return (
    <li
      ref={row}
      className={`${styles.row} ${isChosen ? styles.chosen : ''}`}
      onContextMenu={(event) => {
        event.preventDefault()
        chooseFlow(flow.id)
        setMenuOpen(true)
      }}
    >
      {isRenaming ? (
        <RenameFlow flow={flow} />
      ) : (
        <button
          type="button"
          className={styles.main}
          aria-current={isChosen ? 'true' : undefined}
          data-flow={flow.id}
          onClick={() => chooseFlow(flow.id)}
          onDoubleClick={() => rename(flow.id)}
          onKeyDown={onKeyDown}
        >
          <span className={styles.name}>
            <VisibleText className={styles.nameText} text={flow.name} light />
            {isUnsaved ? (
              <span className={styles.unsaved} title={t('unsaved')}>
                <span className="visually-hidden">{t('unsaved')}</span>
              </span>
            ) : null}
          </span>
          <span className={styles.meta}>
            <FlowState state={flow.state} />
            <span>{t('list.leads', { count: leads })}</span>
            {activity?.lastAt ? <LeadTime at={activity.lastAt} /> : null}
          </span>
        </button>
      )}
      <FlowMenu flow={flow} isLast={isLast} open={menuOpen} onOpen={setMenuOpen} />
    </li>
  )
}

/** Chooses the row above or below and takes the focus along. */
function step(from: EventTarget & Element, by: 1 | -1): void {
  const row = from.closest('li')
  const next = by === 1 ? row?.nextElementSibling : row?.previousElementSibling
  const button = next?.querySelector<HTMLElement>('[data-flow]')
  if (!button) return
  button.focus()
  chooseFlow(button.dataset.flow ?? '')
}
