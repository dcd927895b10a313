import type { HistoryEntry, HistoryQuery } from '@shared/history/history'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { describe, expect, it } from 'vitest'
import { describeSend } from '../../../src/engine/history/describe-send'
import type { HistoryTable } from '../../../src/engine/storage/history-table'
import { openTestHistory, sentEntry } from '../../helpers/history'
import { tempFolder } from '../../helpers/temp-folder'

const everything: HistoryQuery = { text: '', state: 'all' }
const failed: HistoryEntry['outcome'] = {
  kind: 'failed',
  failure: { kind: 'refused', code: 'ECONNREFUSED', host: 'flow.example', port: 443 },
  certificate: null,
}

function add(history: HistoryTable, changes: Partial<HistoryEntry> = {}, body: Uint8Array = new Uint8Array(0)): number {
  return history.insert(describeSend(sentEntry(changes), body, maskUrlSecrets)).entry.id
}

const ids = (history: HistoryTable, query: Partial<HistoryQuery> = {}): readonly number[] =>
  history.page({ ...everything, ...query }, null, 100).map((summary) => summary.id)

describe('the history', () => {
  it('keeps a send whole, with any text in it, and its body in pieces', () => {
    const folder = tempFolder()
    const history = openTestHistory(undefined, folder)
    const entry = sentEntry({ name: 'Åre 株 \0 \ud800' })
    const { entry: kept } = history.insert(describeSend(entry, Buffer.from('0123456789'), maskUrlSecrets))
    const again = openTestHistory(undefined, folder)
    expect(again.get(kept.id)).toEqual({ ...entry, id: kept.id })
    expect(Buffer.from(again.bodyPiece(kept.id, 3, 4)).toString()).toBe('3456')
    expect(Buffer.from(again.bodyPiece(kept.id, 8, 100)).toString()).toBe('89')
    expect(again.bodyPiece(kept.id, 50, 10).byteLength).toBe(0)
    expect(Buffer.from(again.body(kept.id)).toString()).toBe('0123456789')
    expect(() => again.get(99)).toThrow('bad-input')
    expect(() => again.body(99)).toThrow('bad-input')
  })

  it('is paged by id, newest first', () => {
    const history = openTestHistory()
    for (let count = 0; count < 5; count += 1) add(history)
    const first = history.page(everything, null, 2)
    expect(first.map((summary) => summary.id)).toEqual([5, 4])
    expect(history.page(everything, 4, 10).map((summary) => summary.id)).toEqual([3, 2, 1])
  })

  it('is searched by all words of name, method, URL and status, never by the secret', () => {
    const history = openTestHistory()
    const lead = add(history, { name: 'Article sample' })
    const other = add(history, { name: 'Änderung 100%', outcome: failed })
    expect(ids(history, { text: 'SAMPLE article' })).toEqual([lead])
    expect(ids(history, { text: 'änderung 100%' })).toEqual([other])
    expect(ids(history, { text: 'post refused' })).toEqual([other])
    expect(ids(history, { text: 'flow.example 202' })).toEqual([lead])
    expect(ids(history, { text: '%' })).toEqual([other])
    expect(ids(history, { text: 'secret' })).toEqual([])
    expect(history.page(everything, null, 1)[0]?.url).not.toContain('secret')
  })

  it('tells what succeeded: answered below 400 and no check failed', () => {
    const history = openTestHistory()
    const good = add(history)
    const refused = add(history, { outcome: failed })
    const check = { type: 'status', enabled: true, expected: '200' } as const
    const unexpected = add(history, { checkResults: [{ check, passed: false, actual: '202' }] })
    expect(ids(history, { state: 'succeeded' })).toEqual([good])
    expect(ids(history, { state: 'failed' })).toEqual([unexpected, refused])
    expect(history.page(everything, null, 10)).toMatchObject([
      { checksFailed: 1, status: 202, failure: null },
      { checksFailed: 0, status: null, failure: 'refused' },
      { checksFailed: 0, status: 202 },
    ])
  })

  it('puts aside what is deleted until it is restored, or the next start', () => {
    const folder = tempFolder()
    const history = openTestHistory(undefined, folder)
    for (let count = 0; count < 4; count += 1) add(history)
    expect(history.delete([1, 2, 2, 77], 'one')).toBe(2)
    expect(history.delete('all', 'two')).toBe(2)
    expect(ids(history)).toEqual([])
    expect(() => history.get(1)).toThrow('bad-input')
    expect(() => history.body(1)).toThrow('bad-input')
    expect(history.restore('one')).toBe(2)
    expect(history.restore('one')).toBe(0)
    expect(ids(history)).toEqual([2, 1])
    const later = openTestHistory(undefined, folder)
    expect(later.purgeDeleted()).toBe(2)
    expect(later.restore('two')).toBe(0)
    // What a tab remembers of a send that is gone must not lead to another one.
    expect(add(later)).toBe(5)
  })

  it('keeps the newest within its limits of number and size', () => {
    const few = openTestHistory({ entries: 3, bytes: 1_000_000 })
    for (let count = 0; count < 5; count += 1) add(few)
    expect(ids(few)).toEqual([5, 4, 3])
    const small = openTestHistory({ entries: 100, bytes: 50_000 })
    for (let count = 0; count < 4; count += 1) add(small, {}, Buffer.alloc(20_000))
    expect(ids(small)).toEqual([4, 3])
    add(small, {}, Buffer.alloc(90_000))
    expect(ids(small)).toEqual([5])
    add(small)
    expect(ids(small)).toEqual([6])
  })

  it('says below which id the sends are gone that made room', () => {
    const few = openTestHistory({ entries: 2, bytes: 1_000_000 })
    const trimmed = [1, 2, 3, 4].map(() => {
      return few.insert(describeSend(sentEntry({}), new Uint8Array(0), maskUrlSecrets)).trimmedTo
    })
    expect(trimmed).toEqual([null, null, 2, 3])
    expect(ids(few)).toEqual([4, 3])
  })
})
