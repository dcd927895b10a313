import {
  BoxRegular,
  ChevronDownRegular,
  ChevronRightRegular,
  DocumentTextRegular,
  FolderOpenRegular,
  FolderRegular,
  MoreHorizontalRegular,
  WarningRegular,
} from '@fluentui/react-icons'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyNode } from '../../state/collection-index'
import { VisibleText } from '../../ui/visible-text'
import { MethodBadge } from '../method-badge'
import styles from './collections-pane.module.css'
import { RenameField } from './rename-field'
import type { TreeRow as Row } from './tree-rows'

/** px from one level to the next. */
export const indentPx = 14

/** An element's id holds no spaces; a node's can, by the name of its file. */
export function rowElementId(nodeId: string): string {
  return `tree-row-${encodeURIComponent(nodeId)}`
}

type TreeRowProps = {
  readonly row: Row
  readonly index: number
  readonly top: number
  readonly isSelected: boolean
  readonly isCurrent: boolean
  readonly isRenaming: boolean
  readonly isCut: boolean
  readonly isUnsaved: boolean
  readonly isDropTarget: boolean
}

/** One line of the tree. The tree itself listens for the mouse and the keyboard. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { row, index, top, isSelected, isCurrent, isRenaming, isCut, isUnsaved, isDropTarget } = props
  const { t } = useTranslation('collections')
  const { node } = row
  const { t: tError } = useTranslation('error')
  const problem = node.kind === 'collection' ? node.problem : null
  // What happened and why, as the opened file tells it too.
  const reasons = problem
    ? (['what', 'why'] as const).map((part) => tError(`${problem.code}.${part}`, problem.params))
    : []
  const notes = [isUnsaved ? t('tree.unsaved') : '', isCut ? t('tree.cut') : '', ...reasons].filter(Boolean)
  const name = node.kind === 'request' ? t('tree.methodLabel', { method: node.method, name: node.name }) : node.name
  const looks = [
    styles.row,
    node.kind === 'collection' ? styles.collection : '',
    isSelected ? styles.selected : '',
    isCurrent ? styles.current : '',
    isCut ? styles.isCut : '',
    isDropTarget ? styles.dropInside : '',
  ]
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus; one that moves while the mouse is down would stop a drag
    <div
      id={rowElementId(node.id)}
      data-row={index}
      role="treeitem"
      className={looks.filter(Boolean).join(' ')}
      style={{ top, paddingInlineStart: 4 + row.level * indentPx }}
      aria-level={row.level + 1}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={isSelected}
      aria-expanded={row.canExpand ? row.isExpanded : undefined}
      aria-label={[name, row.path, ...notes].filter(Boolean).join(', ')}
      title={[titleOf(node, row.path), ...reasons].join('\n')}
      draggable={!isRenaming && node.kind !== 'example'}
    >
      <span className={styles.chevron} data-chevron={row.canExpand || undefined}>
        {row.canExpand ? (
          row.isExpanded ? (
            <ChevronDownRegular fontSize={12} />
          ) : (
            <ChevronRightRegular fontSize={12} />
          )
        ) : null}
      </span>
      <NodeIcon node={node} isExpanded={row.isExpanded} />
      {isRenaming ? (
        <RenameField id={node.id} name={node.name} />
      ) : (
        <>
          <span className={styles.label}>
            <span className={styles.name}>
              <VisibleText text={node.name} maxLength={200} light />
            </span>
            {row.path === '' ? null : (
              <span className={styles.path}>
                <VisibleText text={row.path} maxLength={200} light />
              </span>
            )}
          </span>
          {node.kind === 'example' && node.status !== null ? (
            <span className={styles.status}>{node.status}</span>
          ) : null}
          {problem ? <span className={styles.brokenWord}>{t('tree.unreadable')}</span> : null}
          {isUnsaved ? <span className={styles.unsaved} /> : null}
          <button
            type="button"
            className={styles.more}
            tabIndex={-1}
            aria-hidden
            data-menu
            title={t('tree.menuOf', { name: node.name })}
          >
            <MoreHorizontalRegular fontSize={16} />
          </button>
        </>
      )}
    </div>
  )
})

function titleOf(node: AnyNode, path: string): string {
  const lines = [path === '' ? node.name : `${path} / ${node.name}`]
  if (node.kind === 'request' && node.url !== '') lines.push(`${node.method} ${node.url}`)
  if (node.kind === 'collection') lines.push(node.fileName)
  return lines.join('\n')
}

function NodeIcon({ node, isExpanded }: { readonly node: AnyNode; readonly isExpanded: boolean }) {
  switch (node.kind) {
    case 'collection':
      return node.problem ? (
        <WarningRegular className={`${styles.icon} ${styles.broken}`} />
      ) : (
        <BoxRegular className={styles.icon ?? ''} />
      )
    case 'folder':
      return isExpanded ? (
        <FolderOpenRegular className={styles.icon ?? ''} />
      ) : (
        <FolderRegular className={styles.icon ?? ''} />
      )
    case 'request':
      return <MethodBadge method={node.method} />
    case 'example':
      return <DocumentTextRegular className={styles.icon ?? ''} />
  }
}
