import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './collections-pane.module.css'
import { focusTree } from './focus-tree'
import { renameNode } from './tree-actions'
import { useTree } from './tree-store'

/** The name of a node, edited in its row. Enter and leaving the field keep it, Esc does not. */
export function RenameField({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation('collections')
  const [typed, setTyped] = useState(name)
  const isDone = useRef(false)
  const end = (keep: boolean) => {
    // Leaving the field follows Enter and Esc, too.
    if (isDone.current) return
    isDone.current = true
    if (keep) void renameNode(id, typed)
    else useTree.setState({ renamingId: null })
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
      aria-label={t('tree.rename')}
      maxLength={500}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => end(true)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        end(event.key === 'Enter')
        focusTree()
      }}
    />
  )
}
