import { AppError } from '@shared/app-error'
import { describe, expect, it } from 'vitest'
import { createCommitQueue } from '../../../../src/engine/ingest/commit-queue'
import type { NewLead } from '../../../../src/engine/storage/lead-store'
import { newLead, summaryOf } from '../../../helpers/leads'

function recordingStore() {
  const batches: (readonly NewLead[])[] = []
  let nextId = 1
  return {
    batches,
    insert: (batch: readonly NewLead[]) => {
      batches.push(batch)
      return batch.map((lead) => summaryOf(lead, nextId++))
    },
  }
}

describe('the commit queue', () => {
  it('puts all leads of one turn of the event loop into one transaction, in their order', async () => {
    const store = recordingStore()
    const queue = createCommitQueue(store.insert, () => {})
    const summaries = await Promise.all(['a', 'b', 'c'].map((firstName) => queue.commit(newLead({ firstName }))))
    expect(store.batches.map((batch) => batch.length)).toEqual([3])
    expect(summaries.map((summary) => summary.firstName)).toEqual(['a', 'b', 'c'])
  })

  it('tells of a batch before its senders hear', async () => {
    const order: string[] = []
    const queue = createCommitQueue(recordingStore().insert, () => order.push('committed'))
    await queue.commit(newLead({})).then(() => order.push('answered'))
    expect(order).toEqual(['committed', 'answered'])
  })

  it('splits a flood so that no transaction grows without bound', async () => {
    const store = recordingStore()
    const queue = createCommitQueue(store.insert, () => {})
    await Promise.all(Array.from({ length: 600 }, () => queue.commit(newLead({}))))
    expect(store.batches.map((batch) => batch.length)).toEqual([256, 256, 88])
  })

  it('refuses every lead of a batch that could not be stored, and stores the next batch', async () => {
    let full = true
    const store = recordingStore()
    const committed: number[] = []
    const queue = createCommitQueue(
      (batch) => {
        if (full) throw new AppError('disk-full')
        return store.insert(batch)
      },
      (summaries) => committed.push(summaries.length),
    )
    const refused = await Promise.allSettled([queue.commit(newLead({})), queue.commit(newLead({}))])
    expect(refused.map((result) => result.status)).toEqual(['rejected', 'rejected'])
    expect(committed).toEqual([])
    full = false
    await queue.commit(newLead({}))
    expect(committed).toEqual([1])
  })

  it('stores what waits at once when flushed', () => {
    const store = recordingStore()
    const queue = createCommitQueue(store.insert, () => {})
    void queue.commit(newLead({}))
    queue.flush()
    expect(store.batches).toHaveLength(1)
  })
})
