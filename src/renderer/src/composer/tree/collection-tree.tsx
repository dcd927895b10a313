import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { useComposer } from '../../state/composer-store'
import { importText } from '../import/import-files'
import styles from './collections-pane.module.css'
import { placeNear } from './drop-place'
import { treeElementId } from './focus-tree'
import { openFromTree } from './tree-actions'
import { indentPx, rowElementId, TreeRow } from './tree-row'
import { foundRows, isContainer, type TreeRow as Row, treeRows } from './tree-rows'
import { chooseOnly, chooseUpTo, setExpanded, toggleChosen, useTree } from './tree-store'
import { useTreeDrag } from './use-tree-drag'
import { useTreeKeys } from './use-tree-keys'

const rowHeight = 28

type CollectionTreeProps = {
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void
  /** Stands where a search finds nothing. */
  readonly onNothing: ReactNode
}

/** The collections as a tree (or what a search finds in them): only the rows on the screen exist. */
export function CollectionTree({ onMenu, onNothing }: CollectionTreeProps) {
  const { t } = useTranslation('collections')
  const collections = useCollections((state) => state.collections)
  const expanded = useComposer((state) => state.workspace.expanded)
  const drafts = useComposer((state) => state.drafts)
  const { currentId, selected, renamingId, cut, search, reveal } = useTree()
  const searched = useDeferredValue(search.trim())
  const rows = useMemo(
    () => (searched === '' ? treeRows(collections, new Set(expanded)) : foundRows(collections, searched)),
    [collections, expanded, searched],
  )
  const unsaved = useMemo(
    () => new Set(Object.values(drafts).flatMap(({ unsaved, nodeId }) => (unsaved && nodeId !== null ? [nodeId] : []))),
    [drafts],
  )
  const chosen = useMemo(() => new Set(selected), [selected])
  const scroller = useRef<HTMLDivElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  })
  const show = (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' })

  const revealAt = reveal === null ? -1 : rows.findIndex(({ node }) => node.id === reveal.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new node has its row only when the engine has told of it
  useEffect(() => {
    if (revealAt < 0) return
    show(revealAt)
    useTree.setState({ reveal: null })
  }, [revealAt, reveal])

  const openMenu = () => {
    const row = scroller.current?.querySelector(`.${styles.current}`)?.getBoundingClientRect()
    if (row) onMenu({ x: row.left + 40, y: row.bottom })
  }
  const pageRows = () => Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight)
  const onKeyDown = useTreeKeys(rows, pageRows, show, openMenu)
  const rowOf = (target: EventTarget): Row | null => {
    const index = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : null
    return index === null || index === undefined ? null : (rows[Number(index)] ?? null)
  }
  const drag = useTreeDrag(collections, rowOf, (count, first) => {
    if (ghost.current) {
      ghost.current.textContent = t('tree.dragged', { count, name: findNode(collections, first)?.name ?? '' })
    }
    return ghost.current
  })
  const onClick = (event: React.MouseEvent) => {
    const row = rowOf(event.target)
    if (!row) return
    const { id } = row.node
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('[data-menu]')) {
      if (!selected.includes(id)) chooseOnly(id)
      else useTree.setState({ currentId: id })
      return onMenu({ x: event.clientX, y: event.clientY })
    }
    if (event.ctrlKey || event.metaKey) return toggleChosen(id)
    if (event.shiftKey) {
      return chooseUpTo(
        id,
        rows.map(({ node }) => node.id),
      )
    }
    chooseOnly(id)
    if (target?.closest('[data-chevron]') || (isContainer(row.node) && row.canExpand)) setExpanded(id, !row.isExpanded)
    else void openFromTree(id, true)
  }
  const { place } = drag
  const placeAt = place === null ? -1 : rows.findIndex(({ node }) => node.id === place.rowId)
  const currentAt = rows.findIndex(({ node }) => node.id === currentId)
  return (
    <>
      {searched === '' ? null : (
        <output className={styles.count}>{rows.length > 0 ? t('tree.found', { count: rows.length }) : ''}</output>
      )}
      {rows.length === 0 && searched !== '' ? onNothing : null}
      <div
        ref={scroller}
        id={treeElementId}
        role="tree"
        tabIndex={0}
        className={styles.tree}
        aria-label={t('tree.name')}
        aria-description={t('tree.help')}
        aria-multiselectable
        aria-activedescendant={currentAt < 0 || currentId === null ? undefined : rowElementId(currentId)}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (useTree.getState().currentId === null && rows[0]) useTree.setState({ currentId: rows[0].node.id })
        }}
        onClick={onClick}
        onDoubleClick={(event) => {
          const row = rowOf(event.target)
          if (row) void openFromTree(row.node.id, false)
        }}
        onContextMenu={(event) => {
          const row = rowOf(event.target)
          if (!row) return
          event.preventDefault()
          if (selected.includes(row.node.id)) useTree.setState({ currentId: row.node.id })
          else chooseOnly(row.node.id)
          onMenu({ x: event.clientX, y: event.clientY })
        }}
        onPaste={(event) => {
          if (event.target instanceof HTMLInputElement) return
          const text = event.clipboardData.getData('text/plain')
          if (text.trim() === '') return
          event.preventDefault()
          void importText(text, currentId === null ? null : placeNear(collections, currentId))
        }}
        onDragStart={drag.onDragStart}
        onDragOver={drag.onDragOver}
        onDragLeave={drag.onDragLeave}
        onDrop={drag.onDrop}
      >
        <div role="presentation" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (!row) return null
            const { id } = row.node
            return (
              <TreeRow
                key={id}
                row={row}
                index={index}
                top={start}
                isSelected={chosen.has(id)}
                isCurrent={id === currentId}
                isRenaming={id === renamingId}
                isCut={cut.includes(id)}
                isUnsaved={unsaved.has(id)}
                isDropTarget={place?.mark === 'inside' && place.rowId === id}
              />
            )
          })}
          {place && place.mark !== 'inside' && placeAt >= 0 ? (
            <div
              role="presentation"
              className={styles.line}
              style={{
                top: (placeAt + (place.mark === 'after' ? 1 : 0)) * rowHeight - 1,
                insetInlineStart: 4 + place.level * indentPx,
              }}
            />
          ) : null}
        </div>
      </div>
      <div ref={ghost} className={styles.ghost} aria-hidden />
    </>
  )
}
