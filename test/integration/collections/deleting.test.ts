import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  aDocument,
  aFolderItem,
  aRequestItem,
  nodeNamed,
  onlyTree,
  openTestCollections,
  outline,
} from '../../helpers/collection-folder'
import { tempFolder } from '../../helpers/temp-folder'

const file = 'Shop.postman_collection.json'

function open(dataFolder = tempFolder()) {
  const test = openTestCollections({ dataFolder })
  mkdirSync(test.folder, { recursive: true })
  test.write(
    file,
    aDocument('Shop', [
      aFolderItem('A', [aRequestItem('a1', { id: 'a1' }), aRequestItem('a2'), aRequestItem('a3', { id: 'a3' })], {
        id: 'a',
      }),
      aRequestItem('b', {
        id: 'b',
        response: [
          { name: 'ok', id: 'ok' },
          { name: 'no', id: 'no' },
        ],
      }),
      aRequestItem('c', { id: 'c' }),
    ]),
  )
  return test
}

describe('deleting', () => {
  it('deletes several and puts each back where it was, to the byte', async () => {
    const test = open()
    const text = test.read(file)
    const ids = [`${file}/c`, `${file}/a1`, nodeNamed(test.store, 'a2').id, `${file}/b`, `${file}/ok`]
    const { undoToken, count } = await test.store.delete(ids)
    expect(count).toBe(4)
    expect(outline(onlyTree(test.store))).toEqual(['- A', '  a3'])
    expect(test.events.at(-1)).toEqual({ type: 'collection-changed', collection: onlyTree(test.store) })
    await test.store.restore(undoToken)
    expect(test.read(file)).toBe(text)
    await expect(test.store.restore(undoToken)).rejects.toMatchObject({ code: 'node-not-found' })
    expect(test.read(file)).toBe(text)
  })

  it('puts examples back under their request', async () => {
    const test = open()
    const text = test.read(file)
    const { undoToken } = await test.store.delete([`${file}/ok`])
    expect(outline(onlyTree(test.store))).toContain('  = no')
    await test.store.restore(undoToken)
    expect(test.read(file)).toBe(text)
  })

  it('keeps what is deleted on disk, so that it can be restored after the end of the process', async () => {
    const dataFolder = tempFolder()
    const test = open(dataFolder)
    const text = test.read(file)
    const { undoToken } = await test.store.delete([`${file}/a`, `${file}/c`])
    await test.store.close()
    test.storage.close()
    const next = openTestCollections({ dataFolder })
    await next.store.refresh()
    await next.store.restore(undoToken)
    expect(next.read(file)).toBe(text)
    expect(readdirSync(next.trashFolder)).toEqual([])
  })

  it('finds a place when what was around is gone or has changed', async () => {
    const test = open()
    const inner = await test.store.delete([`${file}/a1`])
    const outer = await test.store.delete([`${file}/a`, `${file}/b`])
    await test.store.restore(inner.undoToken)
    expect(outline(onlyTree(test.store))).toEqual(['c', 'a1'])
    await test.store.restore(outer.undoToken)
    expect(outline(onlyTree(test.store))).toEqual(['- A', '  a2', '  a3', 'b', '  = ok', '  = no', 'c', 'a1'])
  })

  it('does not bring back twice what another program has brought back', async () => {
    const test = open()
    const text = test.read(file)
    const { undoToken } = await test.store.delete([`${file}/c`])
    test.write(file, text)
    await test.store.restore(undoToken)
    expect(test.read(file)).toBe(text)
  })

  it('moves a collection into the trash and back to its place, its secrets too', async () => {
    const test = open()
    const secret = { name: 'key', value: 'hush', enabled: true, secret: true, description: '' }
    await test.store.changeContainer(file, null, { variables: [secret] })
    const text = test.read(file)
    await test.store.createCollection('Later', '')
    const { undoToken, count } = await test.store.delete([file, `${file}/a1`])
    expect(count).toBe(1)
    expect(test.store.trees().map(({ name }) => name)).toEqual(['Later'])
    expect(test.events.at(-1)).toEqual({ type: 'collection-removed', id: file })
    expect(readdirSync(test.folder)).toEqual(['Later.postman_collection.json'])

    const other = await test.store.createCollection('Shop', '')
    await test.store.changeContainer(other, null, { variables: [{ ...secret, value: '' }] })
    expect(test.store.get(other)).toMatchObject({ content: { variables: [{ name: 'key', value: '' }] } })

    await test.store.restore(undoToken)
    expect(test.store.trees().map(({ id }) => id)).toEqual([
      'Shop 2.postman_collection.json',
      'Later.postman_collection.json',
      file,
    ])
    expect(test.read('Shop 2.postman_collection.json')).toBe(text)
    expect(test.store.get('Shop 2.postman_collection.json')).toMatchObject({ content: { variables: [secret] } })
    expect(test.store.get(other)).toMatchObject({ content: { variables: [{ name: 'key', value: '' }] } })
  })

  it('deletes a file that cannot be read', async () => {
    const test = open()
    test.write(file, '<<<<<<< ours')
    await test.store.refresh()
    const { undoToken } = await test.store.delete([file])
    expect(test.store.trees()).toEqual([])
    await test.store.restore(undoToken)
    expect(readFileSync(join(test.folder, file), 'utf8')).toBe('<<<<<<< ours')
  })

  it('goes on with a restore that was broken off in the middle', async () => {
    const test = open()
    const text = test.read(file)
    const other = await test.store.createCollection('Other', '')
    const { undoToken } = await test.store.delete([file, other])
    renameSync(join(test.trashFolder, undoToken, 'files', file), join(test.folder, file))
    await test.store.restore(undoToken)
    expect(readdirSync(test.folder).toSorted()).toEqual([other, file])
    expect(test.read(file)).toBe(text)
    expect(readdirSync(test.trashFolder)).toEqual([])
  })

  it('takes back what it has deleted when it cannot delete the rest', async () => {
    const test = open()
    const text = test.read(file)
    const secret = { name: 'key', value: 'hush', enabled: true, secret: true, description: '' }
    const first = await test.store.createCollection('First', '')
    await test.store.changeContainer(first, null, { variables: [secret] })
    const last = await test.store.createCollection('Last', '')
    // What another program does in this moment: the file is gone when its turn comes.
    const gone = test
      .nextEvent((event) => event.type === 'collection-removed')
      .then(() => rmSync(join(test.folder, last)))
    await expect(test.store.delete([`${file}/c`, first, last])).rejects.toMatchObject({ code: 'file-not-written' })
    await gone
    expect(test.read(file)).toBe(text)
    expect(test.store.get(first)).toMatchObject({ content: { variables: [secret] } })
    expect(readdirSync(test.trashFolder)).toEqual([])
  })

  it('leaves everything alone when one of several is not there, and takes no path for a token', async () => {
    const test = open()
    const text = test.read(file)
    await expect(test.store.delete([`${file}/a`, `${file}/gone`])).rejects.toMatchObject({ code: 'node-not-found' })
    expect(test.read(file)).toBe(text)
    await expect(test.store.restore('../collections')).rejects.toMatchObject({ code: 'node-not-found' })
    const { undoToken } = await test.store.delete([`${file}/c`])
    rmSync(join(test.folder, file))
    await expect(test.store.restore(undoToken)).rejects.toMatchObject({ code: 'node-not-found' })
    expect(readdirSync(test.trashFolder)).toEqual([undoToken])
  })
})
