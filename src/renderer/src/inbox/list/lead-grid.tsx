// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows placed by hand cannot be a <table>: rows exist only while they are on the screen
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInbox } from '../../state/inbox-store'
import { shownLead, shownRows } from '../../state/lead-window'
import { changeAppSettings, useSettings } from '../../state/settings-store'
import { showErrorToast } from '../../state/toast-store'
import { type Column, type ColumnId, layOutColumns } from './columns'
import { gridId } from './focus-places'
import { searchWords } from './highlight'
import { jumpToLead } from './jump-to-lead'
import styles from './lead-grid.module.css'
import { dispatchToList, useLeadList, viewRows } from './lead-list-store'
import { LeadRow, rowElementId } from './lead-row'
import { ListHeader } from './list-header'
import { rowTop } from './scroll-scale'
import { isSelected } from './selection'
import { useListCursor } from './use-list-cursor'
import { type ListKeys, useListKeys } from './use-list-keys'
import { useRowView } from './use-row-view'

const oneLineHeight = 32
const twoLineHeight = 48
const headHeight = 28
const marksWidth = 38
/** Scrolled by less than this the list still counts as at its top, and follows the newest lead. */
const topZone = 8

type LeadGridProps = ListKeys & {
  readonly isWide: boolean
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void
}

/** The rows of the list in a scrolled grid: only those on the screen exist. */
export function LeadGrid({ isWide, onMenu, ...keys }: LeadGridProps) {
  const { t } = useTranslation('inbox')
  const window = useLeadList((state) => state.window)
  const { selection, query } = useInbox()
  const saved = useSettings((state) => state.settings.inboxColumns)
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = isWide ? oneLineHeight : twoLineHeight
  const rowCount = shownRows(window)
  const view = useRowView(scroller, rowCount, rowHeight, isWide ? headHeight : 0)
  const cursor = useListCursor(window, view.reveal)
  const words = useMemo(() => searchWords(query.text), [query.text])
  const [resizing, setResizing] = useState<Column | null>(null)
  const columns = useMemo(() => {
    const laidOut = layOutColumns(saved, view.width - marksWidth)
    return resizing ? laidOut.map((column) => (column.id === resizing.id ? resizing : column)) : laidOut
  }, [saved, view.width, resizing])
  const listWidth = isWide ? marksWidth + columns.reduce((sum, column) => sum + column.width, 0) : view.width

  // A list that is shown anew begins at its top.
  useEffect(() => dispatchToList({ type: 'followed' }), [])
  const { first, last } = view.rows
  useEffect(() => viewRows({ first, last }), [first, last])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins at its top
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0
  }, [query])
  const isFollowing = window.shownFrom === null
  useEffect(() => {
    if (isFollowing && scroller.current) scroller.current.scrollTop = 0
  }, [isFollowing])

  const onScroll = () => {
    view.scrolled()
    const top = scroller.current?.scrollTop ?? 0
    const isAway = useLeadList.getState().window.shownFrom !== null
    if (isAway && top <= 1) dispatchToList({ type: 'followed' })
    else if (!isAway && top > topZone) dispatchToList({ type: 'unfollowed' })
  }
  const saveColumns = useCallback(
    async (inboxColumns: Parameters<typeof changeAppSettings>[0]['inboxColumns']) => {
      try {
        await changeAppSettings({ inboxColumns })
      } catch (error) {
        showErrorToast(t('list.failed.columns'), error)
      }
      setResizing(null)
    },
    [t],
  )
  const onKeyDown = useListKeys(keys, cursor, rowCount, view.pageRows, () => {
    const row = scroller.current?.querySelector('[data-current]')?.getBoundingClientRect()
    if (row) onMenu({ x: row.left + 48, y: row.bottom })
  })

  const today = new Date().toDateString()
  const rows = []
  let currentElement: string | undefined
  for (let row = first; row <= last; row++) {
    const lead = shownLead(window, row)
    if (lead !== null && lead.id === cursor.currentId) currentElement = rowElementId(lead.id)
    rows.push(
      <LeadRow
        key={row % view.slots}
        lead={lead}
        row={row}
        top={rowTop(view.scale, row, rowHeight, view.scrollTop)}
        columns={isWide ? columns : null}
        selected={lead !== null && isSelected(selection, lead.id)}
        current={lead !== null && lead.id === cursor.currentId}
        words={words}
        today={today}
      />,
    )
  }
  return (
    <div
      ref={scroller}
      id={gridId}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={t('list.name')}
      aria-multiselectable
      aria-rowcount={isWide ? rowCount + 1 : rowCount}
      aria-busy={window.phase.state === 'loading' || window.phase.state === 'head'}
      aria-activedescendant={currentElement}
      onScroll={onScroll}
      onFocus={(event) => {
        // The focus stays on the grid: a row that has it would take it along when it is scrolled away.
        if (rowOf(event.target) !== null) scroller.current?.focus({ preventScroll: true })
      }}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const target = event.target instanceof Element ? event.target : null
        const jump = target?.closest('[data-jump]')?.getAttribute('data-jump')
        if (jump) return jumpToLead(Number(jump))
        const row = rowOf(target)
        if (row === null) return
        if (event.ctrlKey || event.metaKey) cursor.toggle(row)
        else cursor.goTo(row, event.shiftKey)
      }}
      onDoubleClick={(event) => {
        if (event.target instanceof Element && rowOf(event.target) !== null) keys.onOpen()
      }}
      onContextMenu={(event) => {
        const row = rowOf(event.target instanceof Element ? event.target : null)
        const lead = row === null ? null : shownLead(window, row)
        if (row === null || !lead) return
        event.preventDefault()
        if (!isSelected(selection, lead.id)) cursor.goTo(row, false)
        onMenu({ x: event.clientX, y: event.clientY })
      }}
    >
      {isWide ? (
        <div role="rowgroup" className={styles.head} style={{ width: listWidth }}>
          <ListHeader
            columns={columns}
            onResizing={(id: ColumnId, width) => setResizing({ id, width })}
            onChange={saveColumns}
          />
        </div>
      ) : null}
      <div role="rowgroup" className={styles.body} style={{ height: view.scale.height, width: listWidth }}>
        {rows}
      </div>
    </div>
  )
}

function rowOf(target: Element | null): number | null {
  const row = target?.closest('[data-row]')?.getAttribute('data-row')
  return row ? Number(row) : null
}
