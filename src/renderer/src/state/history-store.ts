import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { HistoryQuery, HistorySummary } from '@shared/history/history'
import i18next from 'i18next'
import { create } from 'zustand'
import { offerUndo } from '../ui/undo-toast'
import { callEngine, onEngineConnected, onEngineEvents } from './bridge'
import { showErrorToast } from './toast-store'

export const everySend: HistoryQuery = { text: '', state: 'all' }
const pageSize = 200

export type HistoryState = {
  readonly query: HistoryQuery
  /** Newest first, without gaps from the newest on. */
  readonly entries: readonly HistorySummary[]
  /** There are no older ones. */
  readonly isComplete: boolean
  readonly isLoading: boolean
  readonly error: AppErrorData | null
  /** The entry that the keyboard is on and that is shown whole; null for none. */
  readonly focusedId: number | null
  /** Chosen entries, in the order of choosing; holds `focusedId` when there is one. */
  readonly selected: ReadonlySet<number>
  /** Two entries side by side; null while none are. */
  readonly comparing: readonly [number, number] | null
}

export const emptyHistory: HistoryState = {
  query: everySend,
  entries: [],
  isComplete: false,
  isLoading: false,
  error: null,
  focusedId: null,
  selected: new Set(),
  comparing: null,
}

export const useHistory = create<HistoryState>(() => emptyHistory)

/** Pure: entries after a page of older ones; an entry that is there already (it came as an event) is not doubled. */
export function addPage(
  entries: readonly HistorySummary[],
  page: readonly HistorySummary[],
): readonly HistorySummary[] {
  const oldest = entries.at(-1)?.id ?? Number.POSITIVE_INFINITY
  return [...entries, ...page.filter(({ id }) => id < oldest)]
}

/** Pure: what an event of the engine does to the list; `again` when only the engine can tell. */
export function applyHistoryEvent(
  { query, entries }: Pick<HistoryState, 'query' | 'entries'>,
  event: EngineEvent,
): readonly HistorySummary[] | 'again' {
  if (event.type === 'history-reset') return 'again'
  if (event.type === 'history-trimmed') {
    return entries.some(({ id }) => id < event.before) ? entries.filter(({ id }) => id >= event.before) : entries
  }
  if (event.type !== 'history-added') return entries
  if (query.text.trim() !== '' || query.state !== 'all') return 'again'
  return event.entry.id > (entries[0]?.id ?? 0) ? [event.entry, ...entries] : entries
}

/** Pure: the state without entries that were deleted, the focus on the next one below. */
export function withoutEntries(state: HistoryState, ids: ReadonlySet<number>): HistoryState {
  const at = state.entries.findIndex(({ id }) => id === state.focusedId)
  const next = [...state.entries.slice(Math.max(0, at)), ...state.entries.slice(0, Math.max(0, at)).toReversed()].find(
    ({ id }) => !ids.has(id),
  )
  const focusedId = state.focusedId === null || !ids.has(state.focusedId) ? state.focusedId : (next?.id ?? null)
  return {
    ...state,
    entries: state.entries.filter(({ id }) => !ids.has(id)),
    focusedId,
    selected: new Set(focusedId === null ? [] : [focusedId]),
    comparing: null,
  }
}

let isFollowing = false
/** Counts the readings of the first page: an answer to an older one is dropped. */
let readings = 0

/** Reads the history and follows it from the first time that it is shown; further calls do nothing. */
export function followHistory(): void {
  if (isFollowing) return
  isFollowing = true
  onEngineConnected(() => void readFirstPage())
  onEngineEvents((events) => {
    let isOutdated = false
    for (const event of events) {
      const entries = applyHistoryEvent(useHistory.getState(), event)
      if (entries === 'again') isOutdated = true
      else if (entries !== useHistory.getState().entries) useHistory.setState({ entries })
    }
    if (isOutdated) void readFirstPage()
  })
}

export function queryHistory(query: HistoryQuery): void {
  useHistory.setState({ query, selected: new Set(), focusedId: null, comparing: null })
  void readFirstPage()
}

/** Reads the newest entries anew, as many as there were (at most 500), so that the list stays where it is. */
export async function readFirstPage(): Promise<void> {
  const reading = ++readings
  const { query, entries } = useHistory.getState()
  const limit = Math.min(500, Math.max(pageSize, entries.length))
  useHistory.setState({ isLoading: true, error: null })
  try {
    const page = await callEngine('history.page', { query, before: null, limit })
    if (reading !== readings) return
    const ids = new Set(page.map(({ id }) => id))
    const isWhole = page.length < limit
    useHistory.setState(({ focusedId, selected, comparing }) => ({
      entries: page,
      isComplete: isWhole,
      isLoading: false,
      focusedId: focusedId !== null && isWhole && !ids.has(focusedId) ? null : focusedId,
      selected: isWhole ? new Set([...selected].filter((id) => ids.has(id))) : selected,
      comparing: comparing !== null && isWhole && !comparing.every((id) => ids.has(id)) ? null : comparing,
    }))
  } catch (error) {
    if (reading === readings) fail(error)
  }
}

/** Reads the next older entries, unless they are being read. */
export async function readOlder(): Promise<void> {
  const { query, entries, isComplete, isLoading, error } = useHistory.getState()
  const oldest = entries.at(-1)
  if (isComplete || isLoading || error !== null || !oldest) return
  const reading = readings
  useHistory.setState({ isLoading: true })
  try {
    const page = await callEngine('history.page', { query, before: oldest.id, limit: pageSize })
    if (reading !== readings) return
    useHistory.setState((state) => ({
      entries: addPage(state.entries, page),
      isComplete: page.length < pageSize,
      isLoading: false,
    }))
  } catch (error) {
    if (reading === readings) fail(error)
  }
}

/** Deletes entries and offers to bring them back. */
export async function deleteFromHistory(
  what: { readonly ids: readonly number[] } | { readonly all: true },
): Promise<void> {
  try {
    const input = 'all' in what ? { all: true as const } : { ids: [...what.ids] }
    const { undoToken, count } = await callEngine('history.delete', input)
    useHistory.setState((state) =>
      withoutEntries(state, new Set('all' in what ? state.entries.map(({ id }) => id) : what.ids)),
    )
    offerUndo(i18next.t('history:deleted', { count }), async () => {
      await callEngine('history.restore', { undoToken })
      await readFirstPage()
    })
  } catch (error) {
    showErrorToast(i18next.t('history:notDeleted'), error)
  }
}

function fail(error: unknown): void {
  const data = toErrorData(error)
  // A stopped engine is followed by a new connection, which reads again.
  useHistory.setState({ isLoading: false, error: data.code === 'engine-stopped' ? null : data })
}
