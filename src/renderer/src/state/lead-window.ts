import type { AppErrorData } from '@shared/app-error'
import type { LeadIndex } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import { everyLead, type LeadQuery } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { type LeadBlocks, leadAtRow, noBlocks, rowOfId } from './lead-blocks'

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
