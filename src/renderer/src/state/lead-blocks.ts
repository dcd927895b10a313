import type { LeadIndex } from '@shared/contract/engine-commands'
import type { LeadSummary } from '@shared/lead/lead-summary'

/**
 * A run of leads next to each other in the list, newest first. It holds the leads with `from` >= id > the next block's
 * `from`; the bounds need not exist as leads. `leads` is null while they are not loaded.
 */
export type LeadBlock = {
  readonly from: number
  readonly count: number
  readonly leads: readonly LeadSummary[] | null
}

/** The list as blocks, and the row at which each of them begins. */
export type LeadBlocks = {
  readonly blocks: readonly LeadBlock[]
  readonly starts: readonly number[]
  readonly total: number
}

export const noBlocks: LeadBlocks = { blocks: [], starts: [], total: 0 }

/** The most leads that one page call may return (`leads.page`). */
const pageLimit = 1000

/** Blocks with their rows counted; empty ones are left out. */
export function countBlocks(all: readonly LeadBlock[]): LeadBlocks {
  const blocks = all.filter((block) => block.count > 0)
  const starts: number[] = []
  let total = 0
  for (const block of blocks) {
    starts.push(total)
    total += block.count
  }
  return { blocks, starts, total }
}

/** Blocks of an index; `pages` are the leads already loaded, by the `from` of their block. */
export function blocksOfIndex(index: LeadIndex, pages: ReadonlyMap<number, readonly LeadSummary[]>): LeadBlocks {
  return countBlocks(
    index.anchors.map((from, at) => {
      const leads = pages.get(from) ?? null
      const planned = Math.min(index.blockSize, index.total - at * index.blockSize)
      return { from, count: leads?.length ?? planned, leads }
    }),
  )
}

/** The number of the block that holds a row; -1 when there is no such row. */
export function blockOfRow({ starts, total }: LeadBlocks, row: number): number {
  if (row < 0 || row >= total) return -1
  return lastWhere(starts.length, (at) => (starts[at] ?? 0) <= row)
}

/** The number of the block in whose range an id lies; -1 when it is newer than all. */
export function blockOfId({ blocks }: LeadBlocks, id: number): number {
  return lastWhere(blocks.length, (at) => (blocks[at]?.from ?? 0) >= id)
}

/** The lead in a row; null while it is not loaded. */
export function leadAtRow(list: LeadBlocks, row: number): LeadSummary | null {
  const at = blockOfRow(list, row)
  return list.blocks[at]?.leads?.[row - (list.starts[at] ?? 0)] ?? null
}

/** The row of a loaded lead; null when it is not loaded or not in the list. */
export function rowOfId(list: LeadBlocks, id: number): number | null {
  const at = blockOfId(list, id)
  const within = list.blocks[at]?.leads?.findIndex((lead) => lead.id === id) ?? -1
  return within < 0 ? null : (list.starts[at] ?? 0) + within
}

/** How many leads are newer than an id; where its block is not loaded the answer is rounded down to the block. */
export function countNewerThan(list: LeadBlocks, id: number): number {
  const at = blockOfId(list, id)
  if (at < 0) return list.blocks.length === 0 ? 0 : newerInFirst(list, id)
  const within = list.blocks[at]?.leads?.findIndex((lead) => lead.id <= id) ?? 0
  return (list.starts[at] ?? 0) + (within < 0 ? (list.blocks[at]?.count ?? 0) : within)
}

/** New leads, newest first, put before all others: into the first block while it is loaded and small, else into a new one. */
export function prependLeads(list: LeadBlocks, leads: readonly LeadSummary[], blockSize: number): LeadBlocks {
  const newest = leads[0]
  if (!newest) return list
  const [first, ...rest] = list.blocks
  const room = Math.min(2 * blockSize, pageLimit)
  if (first?.leads && first.count + leads.length <= room) {
    const merged = [...leads, ...first.leads]
    return countBlocks([{ from: newest.id, count: merged.length, leads: merged }, ...rest])
  }
  return countBlocks([{ from: newest.id, count: leads.length, leads }, ...list.blocks])
}

/** The same list with some leads replaced where they are loaded. */
export function replaceLeads(list: LeadBlocks, changed: ReadonlyMap<number, LeadSummary>): LeadBlocks {
  const blocks = list.blocks.map((block) =>
    block.leads?.some((lead) => changed.has(lead.id))
      ? { ...block, leads: block.leads.map((lead) => changed.get(lead.id) ?? lead) }
      : block,
  )
  return { ...list, blocks }
}

/**
 * The list without some leads. Where a block is not loaded they are only counted off (`countUnloaded`); `sure` is false
 * when that could not be done, and the engine has to be asked again.
 */
export function removeLeads(
  list: LeadBlocks,
  ids: ReadonlySet<number>,
  countUnloaded: boolean,
): { readonly list: LeadBlocks; readonly sure: boolean } {
  const unloaded = new Map<number, number>()
  for (const id of ids) {
    const at = blockOfId(list, id)
    if (at >= 0 && list.blocks[at]?.leads === null) unloaded.set(at, (unloaded.get(at) ?? 0) + 1)
  }
  const blocks = list.blocks.map((block, at) => {
    if (block.leads === null) return { ...block, count: block.count - (countUnloaded ? (unloaded.get(at) ?? 0) : 0) }
    const leads = block.leads.filter((lead) => !ids.has(lead.id))
    return leads.length === block.count ? block : { ...block, count: leads.length, leads }
  })
  return { list: countBlocks(blocks), sure: countUnloaded || unloaded.size === 0 }
}

/** Forgets the loaded leads that are farthest from a row until at most `limit` leads are held in memory. */
export function evictFarFrom(list: LeadBlocks, row: number, limit: number): LeadBlocks {
  const loaded = list.blocks
    .map((block, at) => ({ at, block, distance: Math.abs((list.starts[at] ?? 0) + block.count / 2 - row) }))
    .filter(({ block }) => block.leads !== null)
    .sort((one, other) => one.distance - other.distance)
  let kept = 0
  const forgotten = new Set<number>()
  for (const { at, block } of loaded) {
    kept += block.count
    if (kept > limit) forgotten.add(at)
  }
  if (forgotten.size === 0) return list
  return { ...list, blocks: list.blocks.map((block, at) => (forgotten.has(at) ? { ...block, leads: null } : block)) }
}

function newerInFirst(list: LeadBlocks, id: number): number {
  return list.blocks[0]?.leads?.filter((lead) => lead.id > id).length ?? 0
}

/** The last number under `length` for which a test holds that is true first and false from some point on; -1 for none. */
function lastWhere(length: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}
