import { describe, expect, it } from 'vitest'
import { createDetailCache } from '../../../../../src/renderer/src/inbox/detail/detail-cache'
import { buildDetail } from './detail-builder'

/** A hand-written engine: counts what it is asked for and answers when told to. */
function fakeEngine() {
  const asked: number[] = []
  const waiting: (() => void)[] = []
  let version = 0
  return {
    asked,
    fetch: (id: number) => {
      asked.push(id)
      const note = `version ${++version}`
      return new Promise<ReturnType<typeof buildDetail>>((resolve) => {
        waiting.push(() => resolve(buildDetail({ id, note })))
      })
    },
    answer: () => {
      for (const give of waiting.splice(0)) give()
    },
  }
}

describe('the details that are kept', () => {
  it('asks once for a lead that is shown twice, also at the same time', async () => {
    const engine = fakeEngine()
    const cache = createDetailCache(engine.fetch)
    const both = Promise.all([cache.load(1), cache.load(1)])
    engine.answer()
    expect((await both).map(({ note }) => note)).toEqual(['version 1', 'version 1'])
    expect((await cache.load(1)).note).toBe('version 1')
    expect(cache.peek(1)?.summary.id).toBe(1)
    expect(engine.asked).toEqual([1])
  })

  it('lets go of the one unused for longest', async () => {
    const engine = fakeEngine()
    const cache = createDetailCache(engine.fetch, 2)
    for (const id of [1, 2]) {
      const loading = cache.load(id)
      engine.answer()
      await loading
    }
    cache.peek(1)
    const third = cache.load(3)
    engine.answer()
    await third
    expect([1, 2, 3].map((id) => cache.peek(id) !== null)).toEqual([true, false, true])
  })

  it('does not keep an answer that is older than a change', async () => {
    const engine = fakeEngine()
    const cache = createDetailCache(engine.fetch)
    const old = cache.load(1)
    cache.forget([1])
    const fresh = cache.load(1)
    engine.answer()
    expect([(await old).note, (await fresh).note]).toEqual(['version 1', 'version 2'])
    expect(cache.peek(1)?.note).toBe('version 2')
  })

  it('asks again after a failure', async () => {
    let fails = true
    const cache = createDetailCache((id) =>
      fails ? Promise.reject(new Error('no engine')) : Promise.resolve(buildDetail({ id })),
    )
    await expect(cache.load(1)).rejects.toThrow('no engine')
    fails = false
    expect((await cache.load(1)).summary.id).toBe(1)
  })
})
