import { expect, test } from 'vitest'
import { applyEvent } from '../../../../src/renderer/src/state/engine-store'
import { aHydration } from '../../../helpers/hydration'

test('each event changes its own part and leaves the rest', () => {
  const before = aHydration()
  const facets = { ...before.facets, total: 3 }
  const today = { leads: 3, notValid: 1 }
  expect(applyEvent(before, { type: 'receiver-changed', receiver: { state: 'stopped' } })).toEqual({
    ...before,
    receiver: { state: 'stopped' },
  })
  expect(applyEvent(before, { type: 'storage-changed', storage: { state: 'disk-full' } })).toEqual({
    ...before,
    storage: { state: 'disk-full' },
  })
  expect(applyEvent(before, { type: 'facets-changed', facets, today })).toEqual({ ...before, facets, today })
  expect(applyEvent(before, { type: 'flows-changed', flows: [] })).toEqual({ ...before, flows: [] })
})

test('events of leads and jobs do not touch it', () => {
  const before = aHydration()
  expect(applyEvent(before, { type: 'leads-reset' })).toBe(before)
  expect(applyEvent(before, { type: 'job-ended', jobId: 'j', outcome: { state: 'cancelled' } })).toBe(before)
})

test('a notice is added; that of one moved database only once', () => {
  const moved = { kind: 'database-moved-aside', path: 'leads.db.damaged' } as const
  const removed = { kind: 'retention-removed', count: 2 } as const
  const after = [moved, removed, moved, removed].reduce(
    (state, notice) => applyEvent(state, { type: 'notice', notice }),
    aHydration(),
  )
  expect(after.notices).toEqual([moved, removed, removed])
})
