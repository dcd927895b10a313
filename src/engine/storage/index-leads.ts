import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LeadIndex } from '@shared/contract/engine-commands'
import { numberAt } from './row-reader'
import type { SqlRow } from './sql-value'

const blockSize = 200
/** Ids read in one go: a few milliseconds. */
const slice = 4000

/**
 * The anchors of a list, worked out in slices with a turn of the event loop between them. Leads that come meanwhile are
 * not in it, ones that go leave a block shorter: the list then hears of the change and asks again.
 * @param readIds ids below or equal to one, newest first
 */
export async function indexLeads(
  newestId: number,
  readIds: (from: number, limit: number) => readonly SqlRow[],
): Promise<LeadIndex> {
  const anchors: number[] = []
  let total = 0
  let from = newestId
  for (;;) {
    const rows = readIds(from, slice)
    for (const row of rows) {
      if (total % blockSize === 0) anchors.push(numberAt(row, 0))
      total += 1
    }
    if (rows.length < slice) return { total, blockSize, anchors }
    from = numberAt(rows.at(-1) ?? null, 0) - 1
    await nextTurn()
  }
}
