import { useTranslation } from 'react-i18next'
import { RenameInput } from '../../ui/rename-input'
import styles from './collections-pane.module.css'
import { focusTree } from './focus-tree'
import { renameNode } from './tree-actions'
import { useTree } from './tree-store'

/** The name of a node, edited in its row. */
export function RenameField({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation('collections')
  return (
    <RenameInput
      className={styles.rename}
      label={t('tree.rename')}
      name={name}
      maxLength={500}
      onEnd={(typed) => (typed === null ? useTree.setState({ renamingId: null }) : void renameNode(id, typed))}
      onKeyEnd={focusTree}
    />
  )
}
