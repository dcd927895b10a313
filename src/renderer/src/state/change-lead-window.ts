import { assertNever } from '@shared/assert-never'
import type { LeadIndex } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { LeadSummary } from '@shared/lead/lead-summary'
import {
  blockOfId,
  blocksOfIndex,
  countBlocks,
  countNewerThan,
  evictFarFrom,
  prependLeads,
  removeLeads,
  replaceLeads,
  rowOfId,
} from './lead-blocks'
import { isEveryLead, matchesFilters } from './lead-query-match'
import type { LeadWindow, LeadWindowAction } from './lead-window'

/** At most this many leads are held in memory, however many are stored. */
export const loadedLeadsLimit = 6000
/** Leads that arrive while an index is being read; more than these make the window ask once again. */
const pendingLimit = 1000

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
