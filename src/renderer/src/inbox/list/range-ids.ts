import type { LeadQuery } from '@shared/lead/lead-query'
import { callEngine } from '../../state/bridge'
import { blockOfRow } from '../../state/lead-blocks'
import type { LeadWindow } from '../../state/lead-window'

/** The most leads that a command takes by id (`leads.mark` and others). */
const idLimit = 100_000
const pageLimit = 1000

/**
 * Ids of the leads between two rows of the list, both included, in the list's order; what is not loaded is asked for.
 * Rejects with an `AppError` when the engine cannot tell.
 */
export async function idsBetween(window: LeadWindow, one: number, other: number): Promise<readonly number[]> {
  const first = Math.min(one, other) + window.hidden
  const last = Math.max(one, other) + window.hidden
  const ids: number[] = []
  for (let at = Math.max(0, blockOfRow(window.list, first)); ids.length < idLimit; at++) {
    const block = window.list.blocks[at]
    const start = window.list.starts[at]
    if (!block || start === undefined || start > last) break
    const until = window.list.blocks[at + 1]?.from ?? null
    const known = block.leads?.map((lead) => lead.id) ?? (await askForIds(window.query, block.from, until))
    ids.push(...known.slice(Math.max(0, first - start), last - start + 1))
  }
  return ids.slice(0, idLimit)
}

async function askForIds(query: LeadQuery, from: number, until: number | null): Promise<readonly number[]> {
  return (await callEngine('leads.page', { query, from, until, limit: pageLimit })).map((lead) => lead.id)
}
