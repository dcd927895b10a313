import { Button, Tooltip } from '@fluentui/react-components'
import { ArrowExportRegular } from '@fluentui/react-icons'
import { everyLead } from '@shared/lead/lead-query'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onShellEvent } from '../../state/bridge'
import { useInbox } from '../../state/inbox-store'
import { ActiveFilters } from './active-filters'
import { ExportDialog } from './export-dialog'
import { FilterBar } from './filter-bar'
import { focusDetail, focusGrid } from './focus-places'
import { LeadGrid } from './lead-grid'
import styles from './lead-list.module.css'
import { followLeads } from './lead-list-store'
import { EmptyList, ListError } from './list-notice'
import { ListStatus } from './list-status'
import { NewLeadsAnnouncer } from './new-leads-announcer'
import { NewLeadsPill } from './new-leads-pill'
import { isFiltered } from './query-filters'
import { ResendDialog } from './resend-dialog'
import { RowMenu } from './row-menu'
import { focusSearch, SearchField } from './search-field'
import { SelectionBar } from './selection-bar'
import { useChosenActions } from './use-chosen-actions'
import { useReadMark } from './use-read-mark'
import { useWideWindow } from './use-wide-window'

/** The inbox's live list: search, filters, the rows, and what can be done with the chosen ones. */
export function LeadList() {
  const { t } = useTranslation('inbox')
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const [isExporting, setIsExporting] = useState(false)
  const openExport = useCallback(() => setIsExporting(true), [])
  const actions = useChosenActions(openExport)
  const isWide = useWideWindow()
  useEffect(followLeads, [])
  useReadMark()

  useEffect(
    () =>
      onShellEvent((event) => {
        if (event.type !== 'menu') return
        if (event.command === 'find') focusSearch()
        if (event.command === 'export-leads') openExport()
      }),
    [openExport],
  )
  useSlashKey()

  const leave = () => {
    const { query, setQuery, focus, focusedId } = useInbox.getState()
    if (actions.count > 1) focus(focusedId)
    else if (isFiltered(query)) setQuery(everyLead)
    else focus(null)
  }
  return (
    <section className={styles.list} aria-label={t('list.name')}>
      <div className={styles.tools}>
        <div className={styles.searchLine}>
          <SearchField onDone={focusGrid} />
          <Tooltip content={t('list.act.export')} relationship="label">
            <Button size="small" appearance="subtle" icon={<ArrowExportRegular />} onClick={openExport} />
          </Tooltip>
        </div>
        <FilterBar />
        <ActiveFilters />
        <div className={styles.statusLine}>
          {actions.count > 1 ? <SelectionBar actions={actions} /> : <ListStatus />}
        </div>
      </div>
      <ListError />
      <div className={styles.rows}>
        <LeadGrid
          isWide={isWide}
          onMenu={setMenuAt}
          onOpen={focusDetail}
          onSelectAll={actions.selectAll}
          onPin={() => actions.setPinned(!(actions.focused?.pinned ?? false))}
          onUnread={() => actions.setUnread(!(actions.focused?.unread ?? false))}
          onDelete={actions.delete}
          onSearch={focusSearch}
          onLeave={leave}
          onCopy={() => actions.copy('json')}
        />
        <EmptyList />
        <NewLeadsPill />
      </div>
      <RowMenu
        at={menuAt}
        actions={actions}
        onOpenLead={focusDetail}
        onClose={() => {
          setMenuAt(null)
          focusGrid()
        }}
      />
      <ExportDialog open={isExporting} onClose={() => setIsExporting(false)} />
      <ResendDialog />
      <NewLeadsAnnouncer />
    </section>
  )
}

/** `/` goes to the search from anywhere but a field that is being typed in. */
function useSlashKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]')) return
      event.preventDefault()
      focusSearch()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
