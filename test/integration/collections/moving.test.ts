import { mkdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  aDocument,
  aFolderItem,
  aRequestItem,
  nodeNamed,
  onlyTree,
  openTestCollections,
  outline,
  type TestCollections,
} from '../../helpers/collection-folder'

const first = 'First.postman_collection.json'
const second = 'Second.postman_collection.json'

function open(): TestCollections {
  const test = openTestCollections()
  mkdirSync(test.folder, { recursive: true })
  test.write(
    first,
    aDocument('First', [
      aFolderItem('A', [aRequestItem('a1', { id: 'a1' }), aRequestItem('a2')], { id: 'a' }),
      aFolderItem('B', [aFolderItem('C', [aRequestItem('c1', { id: 'c1' })], { id: 'c' })], { id: 'b' }),
      aRequestItem('top', { id: 'top', response: [{ name: 'ok', id: 'ok', code: 200 }] }),
    ]),
  )
  test.write(second, aDocument('Second', [aRequestItem('other', { id: 'other' }), aRequestItem('same', { id: 'a1' })]))
  return test
}

const outlines = ({ store }: TestCollections) => store.trees().map(outline)

describe('moving', () => {
  it('moves several within a collection, in the order of the file, before a sibling', async () => {
    const test = open()
    const { store } = test
    const a2 = nodeNamed(store, 'a2').id
    const moved = await store.move([`${first}/top`, a2], { parentId: `${first}/b`, beforeId: `${first}/c` })
    expect(outlines(test)[0]).toEqual(['- A', '  a1', '- B', '  a2', '  top', '    = ok', '  - C', '    c1'])
    expect(moved.map((id) => store.get(id).content.name)).toEqual(['top', 'a2'])
  })

  it('takes a folder with all that is in it, also when its children were chosen too', async () => {
    const test = open()
    await test.store.move([`${first}/c1`, `${first}/b`], { parentId: `${first}/a`, beforeId: null })
    expect(outlines(test)[0]).toEqual(['- A', '  a1', '  a2', '  - B', '    - C', '      c1', 'top', '  = ok'])
  })

  it('moves before one of the moved without losing its place', async () => {
    const test = open()
    const ids = [`${first}/b`, `${first}/top`]
    await test.store.move(ids, { parentId: first, beforeId: `${first}/b` })
    expect(outlines(test)[0]).toEqual(['- A', '  a1', '  a2', '- B', '  - C', '    c1', 'top', '  = ok'])
  })

  it('writes nothing when nothing moves', async () => {
    const test = open()
    const text = test.read(first)
    const id = nodeNamed(test.store, 'a2').id
    expect(await test.store.move([id], { parentId: `${first}/a`, beforeId: null })).toEqual([id])
    expect(test.read(first)).toBe(text)
  })

  it('does not move a folder into itself or below itself', async () => {
    const test = open()
    const text = test.read(first)
    for (const parentId of [`${first}/b`, `${first}/c`]) {
      await expect(test.store.move([`${first}/b`], { parentId, beforeId: null })).rejects.toMatchObject({
        code: 'bad-input',
      })
    }
    expect(test.read(first)).toBe(text)
  })

  it('moves to another collection, with new ids where the other has them already', async () => {
    const test = open()
    const { store } = test
    const before = store.trees().flatMap(({ nodes }) => nodes).length
    const moved = await store.move([`${first}/a`, `${first}/c1`], { parentId: second, beforeId: `${second}/a1` })
    expect(outlines(test)).toEqual([
      ['- B', '  - C', 'top', '  = ok'],
      ['other', '- A', '  a1', '  a2', 'c1', 'same'],
    ])
    expect(moved.map((id) => store.get(id).content.name)).toEqual(['A', 'c1'])
    expect(moved[1]).toBe(`${second}/c1`)
    const ids = store.trees().flatMap(({ nodes }) => nodes.map(({ id }) => id))
    expect(new Set(ids).size).toBe(before)
    const again = openTestCollections({ folder: test.folder })
    expect(again.store.trees().map(outline)).toEqual(outlines(test))
  })

  it('moves examples to another request, and nowhere else', async () => {
    const test = open()
    await test.store.move([`${first}/ok`], { parentId: `${first}/a1`, beforeId: null })
    expect(outlines(test)[0]).toEqual(['- A', '  a1', '    = ok', '  a2', '- B', '  - C', '    c1', 'top'])
    for (const [id, parentId] of [
      [`${first}/ok`, `${first}/a`],
      [`${first}/top`, `${first}/a1`],
      [second, first],
    ]) {
      const move = test.store.move([id ?? ''], { parentId: parentId ?? '', beforeId: null })
      await expect(move).rejects.toMatchObject({ code: 'bad-input' })
    }
  })

  it('orders collections among themselves, kept over a restart and out of the folder', async () => {
    const test = open()
    const third = await test.store.createCollection('Third', '')
    await test.store.move([third, first], { parentId: null, beforeId: second })
    expect(test.store.trees().map(({ name }) => name)).toEqual(['First', 'Third', 'Second'])
    expect(test.events.at(-1)).toEqual({ type: 'collections-ordered', ids: [first, third, second] })
    await test.store.move([first], { parentId: null, beforeId: null })
    expect(test.store.trees().map(({ name }) => name)).toEqual(['Third', 'Second', 'First'])
    await test.store.refresh()
    expect(test.store.trees().map(({ id }) => id)).toEqual([third, second, first])
  })

  it('moves what has no id together with its secrets and gives it one', async () => {
    const test = openTestCollections()
    mkdirSync(test.folder, { recursive: true })
    test.write(first, aDocument('First', [aFolderItem('A', [aRequestItem('r')])]))
    test.write(second, aDocument('Second', []))
    const secret = { name: 'key', value: 'hush', enabled: true, secret: true, description: '' }
    const id = nodeNamed(test.store, 'A').id
    await test.store.changeContainer(id, null, { variables: [secret] })
    const [moved] = await test.store.move([id], { parentId: second, beforeId: null })
    expect(test.store.get(moved ?? '')).toMatchObject({ content: { variables: [secret] } })
    expect(test.read(second)).not.toContain('hush')
    expect(onlyTree(test.store).nodes).toEqual([])
  })
})
