import type { Flow } from '@shared/flow/flow'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { renameFlow } from './flow-actions'
import styles from './flow-list.module.css'
import { focusChosenFlow } from './focus-flow'

/** The name of a flow, edited in its row. Enter and leaving the field keep it, Esc does not. */
export function RenameFlow({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('flows')
  const [typed, setTyped] = useState(flow.name)
  const rename = useFlowsDialog((state) => state.rename)
  const isDone = useRef(false)
  const end = (keep: boolean) => {
    // Leaving the field follows Enter and Esc, too.
    if (isDone.current) return
    isDone.current = true
    if (keep) void renameFlow(flow, typed)
    else rename(null)
  }
  return (
    <input
      ref={(input) => {
        if (input === null || input.dataset.begun) return
        input.dataset.begun = 'yes'
        input.focus()
        input.select()
      }}
      className={styles.rename}
      aria-label={t('list.rename')}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        end(event.key === 'Enter')
        focusChosenFlow()
      }}
    />
  )
}
