import { Button, Field, Input } from '@fluentui/react-components'
import { BoxRegular, ChevronDownRegular, ChevronRightRegular, FolderRegular } from '@fluentui/react-icons'
import type { NodeId } from '@shared/collection/tree'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { ancestorsOf, childIds, findNode } from '../../state/collection-index'
import { readCollections, useCollections } from '../../state/collections-store'
import { ErrorBar } from '../../ui/error-text'
import { VisibleText } from '../../ui/visible-text'
import { isContainer, treeRows } from '../tree/tree-rows'
import styles from './place-picker.module.css'
import { useDeed } from './use-deed'

type PlacePickerProps = {
  readonly value: NodeId | null
  readonly onChange: (id: NodeId) => void
  /** Places that cannot be chosen: what is moved, and what lies in it. */
  readonly without?: ReadonlySet<NodeId>
}

/** Chooses a collection or folder in a small tree; a new one can be made on the way. */
export function PlacePicker({ value, onChange, without }: PlacePickerProps) {
  const { t } = useTranslation('collections')
  const collections = useCollections((state) => state.collections)
  const [expanded, setExpanded] = useState<ReadonlySet<NodeId>>(
    () =>
      new Set([
        ...(value === null ? [] : ancestorsOf(collections, value).map(({ id }) => id)),
        ...(collections.length <= 3 ? collections.map(({ id }) => id) : []),
      ]),
  )
  const [creating, setCreating] = useState<'folder' | 'collection' | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () =>
      treeRows(collections, expanded).filter(
        ({ node }) => isContainer(node) && !without?.has(node.id) && !(node.kind === 'collection' && node.problem),
      ),
    [collections, expanded, without],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place that is made or chosen comes into view
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [value, rows.length])
  const holdsPlaces = (id: NodeId) =>
    childIds(collections, id).some((child) => findNode(collections, child)?.kind === 'folder')
  const at = rows.findIndex(({ node }) => node.id === value)
  const toggle = (id: NodeId, isOpen: boolean) => {
    setExpanded((before) => (isOpen ? new Set([...before, id]) : new Set([...before].filter((other) => other !== id))))
  }
  const choose = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))]
    if (row) onChange(row.node.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    if (event.key === 'ArrowDown') choose(at + 1)
    else if (event.key === 'ArrowUp') choose(at - 1)
    else if (event.key === 'Home') choose(0)
    else if (event.key === 'End') choose(rows.length - 1)
    else if (event.key === 'ArrowRight' && row) toggle(row.node.id, true)
    else if (event.key === 'ArrowLeft' && row?.isExpanded) toggle(row.node.id, false)
    else if (event.key === 'ArrowLeft' && row?.parentId) onChange(row.parentId)
    else return
    event.preventDefault()
  }
  return (
    <Field label={t('save.where')} required>
      <div className={styles.picker}>
        <div
          ref={list}
          role="tree"
          tabIndex={0}
          className={styles.list}
          aria-label={t('save.where')}
          aria-activedescendant={at < 0 || value === null ? undefined : placeElementId(value)}
          onKeyDown={onKeyDown}
        >
          {rows.length === 0 ? <p className={styles.none}>{t('save.none')}</p> : null}
          {rows.map((row) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens for the keys of all rows
            <div
              key={row.node.id}
              id={placeElementId(row.node.id)}
              role="treeitem"
              tabIndex={-1}
              aria-level={row.level + 1}
              aria-selected={row.node.id === value}
              aria-expanded={holdsPlaces(row.node.id) ? row.isExpanded : undefined}
              className={`${styles.row} ${row.node.id === value ? styles.selected : ''}`}
              style={{ paddingInlineStart: 8 + row.level * 16 }}
              onClick={() => {
                onChange(row.node.id)
                toggle(row.node.id, row.node.id === value ? !row.isExpanded : true)
              }}
            >
              <span className={styles.chevron}>
                {!holdsPlaces(row.node.id) ? null : row.isExpanded ? (
                  <ChevronDownRegular fontSize={12} />
                ) : (
                  <ChevronRightRegular fontSize={12} />
                )}
              </span>
              {row.node.kind === 'collection' ? <BoxRegular fontSize={16} /> : <FolderRegular fontSize={16} />}
              <VisibleText text={row.node.name} maxLength={100} light />
            </div>
          ))}
        </div>
        {creating ? (
          <NewPlace
            kind={creating}
            parentId={value}
            onCreated={(id) => {
              if (value !== null) toggle(value, true)
              onChange(id)
              setCreating(null)
              list.current?.focus()
            }}
            onCancel={() => setCreating(null)}
          />
        ) : (
          <div className={styles.actions}>
            <Button
              type="button"
              size="small"
              disabled={value === null || at < 0}
              onClick={() => setCreating('folder')}
            >
              {t('save.newFolder')}
            </Button>
            <Button type="button" size="small" onClick={() => setCreating('collection')}>
              {t('save.newCollection')}
            </Button>
          </div>
        )}
      </div>
    </Field>
  )
}

function placeElementId(id: NodeId): string {
  return `place-${encodeURIComponent(id)}`
}

type NewPlaceProps = {
  readonly kind: 'folder' | 'collection'
  readonly parentId: NodeId | null
  readonly onCreated: (id: NodeId) => void
  readonly onCancel: () => void
}

function NewPlace({ kind, parentId, onCreated, onCancel }: NewPlaceProps) {
  const { t } = useTranslation(['collections', 'common'])
  const [name, setName] = useState(kind === 'folder' ? t('newFolder') : t('newCollection'))
  const deed = useDeed()
  const label = kind === 'folder' ? t('save.folderName') : t('save.collectionName')
  const create = () =>
    deed.run(async () => {
      const id =
        kind === 'collection' || parentId === null
          ? await callEngine('collections.create', { name })
          : await callEngine('node.create-folder', { place: { parentId }, name })
      // The event that tells of it can come later than this answer.
      await readCollections()
      onCreated(id)
    })
  return (
    <>
      <div className={styles.create}>
        <Input
          autoFocus
          size="small"
          aria-label={label}
          placeholder={label}
          maxLength={500}
          value={name}
          onFocus={(event) => event.target.select()}
          onChange={(_, { value }) => setName(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return
            // Neither submits nor closes the dialog around it.
            event.preventDefault()
            event.stopPropagation()
            if (event.key === 'Escape') onCancel()
            else if (name.trim() !== '') void create()
          }}
        />
        <Button
          type="button"
          size="small"
          appearance="primary"
          disabled={name.trim() === '' || deed.isBusy}
          onClick={() => void create()}
        >
          {t('save.create')}
        </Button>
        <Button type="button" size="small" onClick={onCancel}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
      {deed.error ? <ErrorBar error={deed.error} /> : null}
    </>
  )
}
