import type { AppErrorData } from '@shared/app-error'
import { assertNever } from '@shared/assert-never'
import type { LeadIndex } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import { everyLead, type LeadQuery } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import {
  blockOfId,
  blocksOfIndex,
  countBlocks,
  countNewerThan,
  evictFarFrom,
  type LeadBlocks,
  leadAtRow,
  noBlocks,
  prependLeads,
  removeLeads,
  replaceLeads,
  rowOfId,
} from './lead-blocks'
import { isEveryLead, matchesFilters } from './lead-query-match'

/** At most this many leads are held in memory, however many are stored. */
export const loadedLeadsLimit = 6000
/** Leads that arrive while an index is being read; more than these make the window ask once again. */
const pendingLimit = 1000

/**
 * The inbox's list as the window knows it: where each block of leads begins, and the leads of the blocks near the
 * screen. Rows that the list shows are counted from the newest *shown* lead: those newer than `shownFrom` wait above
 * (`hidden`) until the user returns to the top, so that the list never jumps.
 */
export type LeadWindow = {
  readonly query: LeadQuery
  readonly phase:
    | { readonly state: 'loading' }
    /** The newest leads are shown, so that nobody waits for the index over all of them, which is under way. */
    | { readonly state: 'head' }
    | { readonly state: 'ready' }
    | { readonly state: 'failed'; readonly error: AppErrorData }
  readonly blockSize: number
  readonly list: LeadBlocks
  /** No lead up to this id is new to the list. */
  readonly newestId: number
  /** The id up to which leads are shown while the user is not at the top; null while the newest are followed. */
  readonly shownFrom: number | null
  /** Leads that match and are newer than `shownFrom`. */
  readonly hidden: number
  /** Counts every reason to read the index; `asked` is the reason that was last asked for. */
  readonly wanted: number
  readonly asked: number
  /** Leads stored since the index was asked for, newest first; null while it is not being read. */
  readonly pending: readonly LeadSummary[] | null
  /** A text search may have new finds, but the user is not at the top: asked again on return. */
  readonly searchWaits: boolean
}

export type LeadWindowAction =
  | { readonly type: 'queried'; readonly query: LeadQuery }
  /** The engine was connected anew, or the user asks to try again. */
  | { readonly type: 'refresh' }
  | { readonly type: 'asking' }
  /** The newest leads, newest first and at least one, when there may be more; an older answer is ignored. */
  | { readonly type: 'headed'; readonly asked: number; readonly leads: readonly LeadSummary[] }
  /** `asked` names the request that this answers; an older answer is ignored. `pages` has loaded blocks by anchor. */
  | {
      readonly type: 'indexed'
      readonly asked: number
      readonly index: LeadIndex
      readonly pages: ReadonlyMap<number, readonly LeadSummary[]>
    }
  | { readonly type: 'index-failed'; readonly asked: number; readonly error: AppErrorData }
  /** The leads of the block that begins at `from`; `near` is the row in the middle of the screen. */
  | {
      readonly type: 'paged'
      readonly from: number
      readonly leads: readonly LeadSummary[]
      readonly near: number
    }
  | { readonly type: 'followed' }
  /** The user left the top: what arrives from now on waits above. */
  | { readonly type: 'unfollowed' }
  | { readonly type: 'event'; readonly event: EngineEvent; readonly near: number }

export const emptyLeadWindow: LeadWindow = {
  query: everyLead,
  phase: { state: 'loading' },
  blockSize: 1,
  list: noBlocks,
  newestId: 0,
  shownFrom: null,
  hidden: 0,
  wanted: 0,
  asked: 0,
  pending: null,
  searchWaits: false,
}

/** Pure: the window after an action. */
export function changeLeadWindow(window: LeadWindow, action: LeadWindowAction): LeadWindow {
  switch (action.type) {
    case 'queried':
      return {
        ...askAgain(window),
        query: action.query,
        phase: { state: 'loading' },
        shownFrom: null,
        hidden: 0,
        searchWaits: false,
      }
    case 'refresh':
      return askAgain(window.phase.state === 'failed' ? { ...window, phase: { state: 'loading' } } : window)
    case 'asking':
      return { ...window, asked: window.wanted, pending: [] }
    case 'headed':
      return action.asked === window.asked ? adoptHead(window, action.leads) : window
    case 'indexed':
      return action.asked === window.asked ? adoptIndex(window, action.index, action.pages) : window
    case 'index-failed':
      return action.asked === window.asked
        ? { ...window, phase: { state: 'failed', error: action.error }, pending: null }
        : window
    case 'paged':
      return adoptPage(window, action.from, action.leads, action.near)
    case 'followed': {
      const followed = { ...window, shownFrom: null, hidden: 0, searchWaits: false }
      return window.searchWaits ? askAgain(followed) : followed
    }
    case 'unfollowed':
      return window.shownFrom === null ? { ...window, shownFrom: window.newestId } : window
    case 'event':
      return applyEvent(window, action.event, action.near)
    default:
      return assertNever(action)
  }
}

/** How many rows the list shows. */
export function shownRows(window: LeadWindow): number {
  return window.list.total - window.hidden
}

/** The lead that the list shows in a row; null while it is not loaded. */
export function shownLead(window: LeadWindow, row: number): LeadSummary | null {
  return leadAtRow(window.list, row + window.hidden)
}

/** The row that shows a loaded lead; null when it is not loaded, not in the list, or waits above. */
export function shownRowOf(window: LeadWindow, id: number): number | null {
  const row = rowOfId(window.list, id)
  return row === null || row < window.hidden ? null : row - window.hidden
}

function askAgain(window: LeadWindow): LeadWindow {
  return { ...window, wanted: window.wanted + 1 }
}

/** The head stands for the list until the index is there; what was stored meanwhile is kept for that too. */
function adoptHead(window: LeadWindow, leads: readonly LeadSummary[]): LeadWindow {
  const newestId = leads[0]?.id ?? 0
  const adopted = recountHidden({
    ...window,
    phase: { state: 'head' },
    blockSize: Math.max(1, leads.length),
    list: countBlocks([{ from: newestId, count: leads.length, leads }]),
    newestId,
  })
  const pending = window.pending ?? []
  return pending.length === 0 ? adopted : addStored(adopted, pending, pending.length, 0)
}

function adoptIndex(
  window: LeadWindow,
  index: LeadIndex,
  pages: ReadonlyMap<number, readonly LeadSummary[]>,
): LeadWindow {
  const list = blocksOfIndex(index, pages)
  const newestId = index.anchors[0] ?? 0
  const adopted = recountHidden({
    ...window,
    phase: { state: 'ready' },
    blockSize: Math.max(1, index.blockSize),
    list,
    newestId,
    pending: null,
  })
  const pending = window.pending ?? []
  return pending.length === 0 ? adopted : addStored(adopted, pending, pending.length, 0)
}

function adoptPage(window: LeadWindow, from: number, leads: readonly LeadSummary[], near: number): LeadWindow {
  const at = blockOfId(window.list, from)
  const block = window.list.blocks[at]
  if (block?.from !== from) return window
  const blocks = window.list.blocks.with(at, { from, count: leads.length, leads })
  // The count is the page's own from now on: it heals whatever was missed.
  const list = block.count === leads.length ? { ...window.list, blocks } : countBlocks(blocks)
  return recountHidden({ ...window, list: evictFarFrom(list, near, loadedLeadsLimit) })
}

function applyEvent(window: LeadWindow, event: EngineEvent, near: number): LeadWindow {
  switch (event.type) {
    case 'leads-stored':
      return addStored(collect(window, event.leads), event.leads, event.count, near)
    case 'leads-changed':
      return applyChanged(window, event.leads)
    case 'leads-deleted': {
      const { list, sure } = removeLeads(window.list, new Set(event.ids), isEveryLead(window.query))
      const changed = recountHidden({ ...window, list })
      return sure && window.pending === null ? changed : askAgain(changed)
    }
    case 'leads-reset':
      return askAgain(window)
    default:
      return window
  }
}

/** Remembers stored leads while an index is being read, which may have been taken before them. */
function collect(window: LeadWindow, leads: readonly LeadSummary[]): LeadWindow {
  if (window.pending === null) return window
  if (window.pending.length + leads.length > pendingLimit) return askAgain(window)
  return { ...window, pending: [...leads, ...window.pending] }
}

function addStored(window: LeadWindow, leads: readonly LeadSummary[], count: number, near: number): LeadWindow {
  if (window.phase.state !== 'ready' && window.phase.state !== 'head') return window
  const fresh = leads.filter((lead) => lead.id > window.newestId)
  const found = fresh.filter((lead) => matchesFilters(window.query, lead))
  const newestId = fresh[0]?.id ?? window.newestId
  if (window.query.text.trim() !== '') {
    if (found.length === 0 && count <= leads.length) return { ...window, newestId }
    return window.shownFrom === null ? askAgain({ ...window, newestId }) : { ...window, newestId, searchWaits: true }
  }
  const list = evictFarFrom(prependLeads(window.list, found, window.blockSize), near, loadedLeadsLimit)
  const hidden = window.shownFrom === null ? 0 : window.hidden + found.length
  const added = found.length === 0 ? { ...window, newestId } : { ...window, newestId, list, hidden }
  return count > leads.length ? askAgain(added) : added
}

/**
 * A lead that no longer passes the filters stays until the list is read again: a lead must not vanish under the eyes
 * of someone who filters by "unread" and opens it. One that passes now and was not shown makes the window ask again.
 */
function applyChanged(window: LeadWindow, leads: readonly LeadSummary[]): LeadWindow {
  const changed = { ...window, list: replaceLeads(window.list, new Map(leads.map((lead) => [lead.id, lead]))) }
  if (!window.query.unread && !window.query.pinned) return changed
  const joins = leads.some((lead) => matchesFilters(window.query, lead) && rowOfId(window.list, lead.id) === null)
  return joins ? askAgain(changed) : changed
}

function recountHidden(window: LeadWindow): LeadWindow {
  if (window.shownFrom === null) return window
  return { ...window, hidden: countNewerThan(window.list, window.shownFrom) }
}
