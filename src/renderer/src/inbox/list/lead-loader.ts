import { toErrorData } from '@shared/app-error'
import type { LeadIndex } from '@shared/contract/engine-commands'
import type { LeadQuery } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { blockOfId, blockOfRow, leadAtRow } from '../../state/lead-blocks'
import type { LeadWindow, LeadWindowAction } from '../../state/lead-window'
import type { RowRange } from './scroll-scale'

/** What the loader asks the engine. */
export type LeadSource = {
  readonly index: (query: LeadQuery) => Promise<LeadIndex>
  /** Leads with id <= `from` (all when null) and > `until`, newest first, at most `limit`. */
  readonly page: (
    query: LeadQuery,
    from: number | null,
    until: number | null,
    limit: number,
  ) => Promise<readonly LeadSummary[]>
}

/** `refreshMs`: least time between two readings of the index; `headSize`: how many leads are shown before it is read. */
export type LeadLoaderOptions = { readonly refreshMs?: number; readonly headSize?: number }

export type LeadLoader = {
  /** Applies an action, then asks for what is missing. */
  readonly dispatch: (action: LeadWindowAction) => void
  /** Tells which rows are on the screen; only their blocks are loaded. */
  readonly view: (rows: RowRange) => void
}

const pagesAtOnce = 2
/** The most that one page call may return (`leads.page`). */
const pageLimit = 1000

/**
 * Keeps the list's window filled: reads the index when it is wanted (a new query at once, a refresh at most every
 * `refreshMs`), and the blocks on the screen, never more. What was scrolled past before it came is not asked for.
 *
 * A list that is not shown yet begins with its newest leads: an index over a million leads takes seconds, its first
 * page milliseconds. When they are all there are, no index is read.
 * @param read the window as it is; `write` changes it
 */
export function createLeadLoader(
  source: LeadSource,
  read: () => LeadWindow,
  write: (action: LeadWindowAction) => void,
  { refreshMs = 1000, headSize = 200 }: LeadLoaderOptions = {},
): LeadLoader {
  let rows: RowRange = { first: 0, last: 0 }
  let queryAsked: LeadQuery | null = null
  let nextIndexAt = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  const loading = new Set<string>()
  const failed = new Set<string>()

  function dispatch(action: LeadWindowAction): void {
    write(action)
    if (action.type === 'refresh' || action.type === 'queried') failed.clear()
    pump()
  }

  function pump(): void {
    const window = read()
    if (window.wanted !== window.asked) askForIndex(window)
    if (window.phase.state === 'ready') askForPages(window)
  }

  function askForIndex(window: LeadWindow): void {
    const isNew = window.query !== queryAsked
    // An answer under way is waited for: asked again at every event, a slow index would never arrive.
    if (!isNew && window.pending !== null) return
    const wait = isNew ? 0 : nextIndexAt - performance.now()
    if (wait > 0) {
      if (timer === null)
        timer = setTimeout(() => {
          timer = null
          pump()
        }, wait)
      return
    }
    queryAsked = window.query
    write({ type: 'asking' })
    void readList(read())
  }

  async function readList(asking: LeadWindow): Promise<void> {
    const isOutdated = () => read().asked !== asking.asked
    const started = performance.now()
    try {
      const head = asking.phase.state === 'ready' ? null : await source.page(asking.query, null, null, headSize)
      if (isOutdated()) return
      if (head && head.length < headSize) {
        adopt(asking, started, indexOfAll(head, headSize), new Map(head[0] ? [[head[0].id, head]] : []))
        return
      }
      if (head) dispatch({ type: 'headed', asked: asking.asked, leads: head })
      const index = await source.index(asking.query)
      if (isOutdated()) return
      const pages = new Map<number, readonly LeadSummary[]>()
      // The screen as it is now: the user may have scrolled meanwhile.
      for (const at of blocksOnScreen(index, read())) {
        const from = index.anchors[at]
        if (from === undefined || isOutdated()) return
        pages.set(from, await source.page(asking.query, from, index.anchors[at + 1] ?? null, pageLimit))
      }
      if (!isOutdated()) adopt(asking, started, index, pages)
    } catch (error) {
      dispatch({ type: 'index-failed', asked: asking.asked, error: toErrorData(error) })
    }
  }

  function adopt(
    asking: LeadWindow,
    started: number,
    index: LeadIndex,
    pages: ReadonlyMap<number, readonly LeadSummary[]>,
  ): void {
    // An index over very many leads takes its time: the engine gets at least four times as long to do other things.
    nextIndexAt = performance.now() + Math.max(refreshMs, 4 * (performance.now() - started))
    failed.clear()
    dispatch({ type: 'indexed', asked: asking.asked, index, pages })
  }

  /** The blocks of a new index that replace what is seen now, so that no row goes blank in between. */
  function blocksOnScreen(index: LeadIndex, window: LeadWindow): readonly number[] {
    const top = window.shownFrom === null ? null : leadAtRow(window.list, rows.first + window.hidden)
    if (top === null) return index.anchors.length > 0 ? [0] : []
    const list = { blocks: index.anchors.map((from) => ({ from, count: 0, leads: null })), starts: [], total: 0 }
    const boundary = window.shownFrom === null ? -1 : blockOfId(list, window.shownFrom)
    const first = Math.max(0, blockOfId(list, top.id))
    return [...new Set([boundary, first, first + 1])].filter((at) => at >= 0 && at < index.anchors.length)
  }

  function askForPages(window: LeadWindow): void {
    const { list } = window
    const last = blockOfRow(list, Math.min(rows.last + window.hidden, list.total - 1))
    for (let at = Math.max(0, blockOfRow(list, rows.first + window.hidden)); at <= last; at++) {
      if (loading.size >= pagesAtOnce) return
      const block = list.blocks[at]
      if (!block || block.leads !== null) continue
      const key = `${window.asked}:${block.from}`
      if (loading.has(key) || failed.has(key)) continue
      loading.add(key)
      void readPage(window, key, block.from, list.blocks[at + 1]?.from ?? null)
    }
  }

  async function readPage(asking: LeadWindow, key: string, from: number, until: number | null): Promise<void> {
    try {
      const leads = await source.page(asking.query, from, until, pageLimit)
      const window = read()
      loading.delete(key)
      if (window.query !== asking.query) return pump()
      dispatch({ type: 'paged', from, leads, near: middle(rows) + window.hidden })
    } catch (error) {
      loading.delete(key)
      failed.add(key)
      // A new engine brings a new index; anything else is said in place.
      if (read().asked === asking.asked)
        dispatch({ type: 'index-failed', asked: asking.asked, error: toErrorData(error) })
    }
  }

  return {
    dispatch,
    view: (next) => {
      rows = next
      pump()
    },
  }
}

/** The index of a list whose leads are all known. */
function indexOfAll(leads: readonly LeadSummary[], blockSize: number): LeadIndex {
  return { total: leads.length, blockSize, anchors: leads.slice(0, 1).map((lead) => lead.id) }
}

export function middle(rows: RowRange): number {
  return Math.round((rows.first + rows.last) / 2)
}
