import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { NodeId } from '@shared/collection/tree'
import { isJsonObject, type JsonObject } from '@shared/json-value'
import { newRequest } from '@shared/request/request-template'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CollectionStore } from '../../../src/engine/collections/collection-store'
import { objectsIn } from '../../../src/engine/collections/formats/loose-json'
import {
  aDocument,
  aFolderItem,
  aRequestItem,
  openTestCollections,
  outline,
  type TestCollections,
} from '../../helpers/collection-folder'
import { tempFolder } from '../../helpers/temp-folder'

const operation = fc.oneof(
  fc.record({
    type: fc.constantFrom('move', 'delete'),
    nodes: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    to: fc.nat(),
    before: fc.nat(),
  }),
  fc.record({
    type: fc.constantFrom('folder', 'request', 'rename', 'duplicate', 'restore', 'outside', 'change'),
    nodes: fc.tuple(fc.nat()),
    to: fc.nat(),
    before: fc.nat(),
  }),
)
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never

/** What cannot be done (a folder into itself, a request into a request) is refused; nothing else may be. */
async function unlessRefused<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof AppError && (error.code === 'bad-input' || error.code === 'node-not-found')) return null
    throw error
  }
}

/** How often each request is there, by the mark in its body, which copies and moves carry along. */
function marks(store: CollectionStore): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { id } of store.trees()) {
    for (const { request } of store.runnable(id)) {
      const mark = request.body.type === 'raw' ? request.body.text : ''
      counts.set(mark, (counts.get(mark) ?? 0) + 1)
    }
  }
  return counts
}

/** Runs the operations, keeping count of what must be there. */
async function run(test: TestCollections, operations: readonly Operation[]): Promise<void> {
  const { store } = test
  const expected = new Map(marks(store))
  const deleted: { readonly token: string; readonly marks: readonly string[] }[] = []
  const allIds = () => store.trees().flatMap(({ id, nodes }) => [id, ...nodes.map((node) => node.id)])
  const itemIds = () => store.trees().flatMap(({ nodes }) => nodes.map((node) => node.id))
  const pick = <Value>(values: readonly Value[], at: number): Value | undefined => values[at % values.length]
  const add = (mark: string, count: number) => expected.set(mark, (expected.get(mark) ?? 0) + count)
  const marksUnder = (id: NodeId) =>
    store.get(id).kind === 'example'
      ? []
      : store.runnable(id).map(({ request }) => (request.body.type === 'raw' ? request.body.text : ''))
  let made = 0

  for (const { type, nodes, to, before } of operations) {
    const chosen = [...new Set(nodes.map((at) => pick(itemIds(), at)).filter((id) => id !== undefined))]
    const parentId = pick(allIds(), to) ?? ''
    const place = { parentId, beforeId: pick(allIds(), before) ?? null }
    const [one] = chosen
    switch (type) {
      case 'move':
        if (chosen.length > 0) await unlessRefused(store.move(chosen, place))
        break
      case 'delete': {
        if (chosen.length === 0) break
        const counts = marks(store)
        const { undoToken } = await store.delete(chosen)
        const left = marks(store)
        const gone = [...counts].flatMap(([mark, count]) => Array<string>(count - (left.get(mark) ?? 0)).fill(mark))
        for (const mark of gone) add(mark, -1)
        deleted.push({ token: undoToken, marks: gone })
        break
      }
      case 'restore': {
        const undo = deleted.pop()
        if (!undo) break
        await store.restore(undo.token)
        for (const mark of undo.marks) add(mark, 1)
        break
      }
      case 'folder':
        await unlessRefused(store.createFolder(place, `folder ${to}`))
        break
      case 'request': {
        const mark = `made ${made++}`
        const request = { ...newRequest, body: { type: 'raw', language: 'text', text: mark } } as const
        const content = { name: `request ${to % 3}`, description: '', request, checks: [] }
        if ((await unlessRefused(store.createRequest(place, content))) !== null) add(mark, 1)
        break
      }
      case 'rename':
        if (one) await store.rename(one, `renamed ${to % 3}`)
        break
      case 'change':
        if (one && store.get(one).kind === 'request') await store.changeRequest(one, null, { description: `${to}` })
        break
      case 'duplicate':
        if (!one || itemIds().length > 60) break
        for (const mark of marksUnder(one)) add(mark, 1)
        await store.duplicate(one)
        break
      case 'outside': {
        const tree = pick(store.trees(), to)
        if (tree) test.write(tree.fileName, { ...test.readJson(tree.fileName), 'x-outside': to })
        break
      }
    }
    expect(new Map([...marks(store)].toSorted())).toEqual(
      new Map([...expected].filter(([, count]) => count > 0).toSorted()),
    )
  }
}

function startItems(prefix: string): readonly JsonObject[] {
  const request = (name: string, rest: JsonObject = {}) =>
    aRequestItem(name, {
      ...rest,
      request: {
        method: 'POST',
        url: 'https://contoso.com',
        body: { mode: 'raw', raw: `${prefix} ${name} ${rest.id}` },
      },
    })
  return [
    aFolderItem('one', [request('same'), request('same'), request('x', { id: 'shared' })], { id: `${prefix}-one` }),
    aFolderItem('two', [aFolderItem('three', [request('y', { id: 'shared' })])]),
    request('z', {
      response: [
        { name: 'ok', code: 200 },
        { name: 'no', id: 'shared' },
      ],
    }),
  ]
}

/** Each item is a folder or has a request, and ids are there once. */
function expectValid(raw: JsonObject): void {
  expect(isJsonObject(raw.info)).toBe(true)
  const check = (item: JsonObject): void => {
    expect(typeof item.name).toBe('string')
    expect(Array.isArray(item.item) !== isJsonObject(item.request)).toBe(true)
    objectsIn(item.item).forEach(check)
  }
  objectsIn(raw.item).forEach(check)
}

it('keeps every request exactly once and the files valid, whatever is done in which order', async () => {
  const folder = tempFolder()
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(operation, { maxLength: 25 }), async (seed, operations) => {
      const dataFolder = join(folder, `${seed}-${Math.random()}`)
      mkdirSync(join(dataFolder, 'collections'), { recursive: true })
      const test = openTestCollections({ dataFolder })
      test.write('A.postman_collection.json', aDocument('A', startItems('a')))
      test.write('B.postman_collection.json', aDocument('B', startItems('b')))
      await run(test, operations)
      const trees = test.store.trees()
      for (const { fileName } of trees) expectValid(test.readJson(fileName))
      const ids = trees.flatMap(({ nodes }) => nodes.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
      const again = openTestCollections({ folder: test.folder })
      expect(again.store.trees().map(outline)).toEqual(trees.map(outline))
      await test.store.close()
      await again.store.close()
      test.storage.close()
      again.storage.close()
    }),
    { numRuns: 25 },
  )
})
