import { mkdirSync } from 'node:fs'
import { AppError } from '@shared/app-error'
import { newRequest } from '@shared/request/request-template'
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

const file = 'Shop.postman_collection.json'
const content = (name: string) => ({ name, description: '', request: newRequest, checks: [] })

/** A store over one file that another program has written. */
function openShop(item = defaultItems(), rest = {}) {
  const test = openTestCollections()
  mkdirSync(test.folder, { recursive: true })
  test.write(file, aDocument('Shop', item, rest))
  return test
}

function defaultItems() {
  return [
    aFolderItem('Leads', [aRequestItem('First'), aRequestItem('Second', { id: 'second' })], { id: 'leads' }),
    aFolderItem('Empty', [], { id: 'empty' }),
    aRequestItem('Third', {
      id: 'third',
      response: [{ name: 'Accepted', id: 'accepted', code: 202, status: 'Accepted', header: [], body: '' }],
    }),
  ]
}

const failure = (code: string) => expect.objectContaining({ code })

describe('reading', () => {
  it('shows folders, requests and examples in the order of the file', () => {
    const { store } = openShop()
    expect(outline(onlyTree(store))).toEqual(['- Leads', '  First', '  Second', '- Empty', 'Third', '  = Accepted'])
    expect(onlyTree(store)).toMatchObject({ name: 'Shop', fileName: file, problem: null })
    expect(nodeNamed(store, 'First')).toMatchObject({
      kind: 'request',
      method: 'POST',
      url: 'https://contoso.com/leads',
    })
    expect(nodeNamed(store, 'Accepted')).toMatchObject({ status: 202 })
  })

  it('gives items without an id, or with one that is taken, the same id each time, and leaves the file alone', () => {
    const items = [aRequestItem('A'), aRequestItem('A'), aRequestItem('B', { id: 'x' }), aRequestItem('C', { id: 'x' })]
    const { store, folder, read } = openShop(items)
    const before = read(file)
    const ids = onlyTree(store).nodes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(ids[2]).toBe(`${file}/x`)
    const again = openTestCollections({ folder })
    expect(onlyTree(again.store).nodes.map(({ id }) => id)).toEqual(ids)
    expect(read(file)).toBe(before)
  })

  it('takes other JSON files only when they are collections', () => {
    const { store, write } = openShop()
    write('plain.json', aDocument('Plain', []))
    write('package.json', { name: 'not a collection' })
    write('notes.txt', 'no')
    expect(store.trees().map(({ name }) => name)).toEqual(['Plain', 'Shop'])
  })

  it('tells what a request inherits, the nearest auth and all variables', () => {
    const auth = { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] }
    const inner = aFolderItem('Inner', [aRequestItem('Deep', { id: 'deep' })], {
      id: 'inner',
      variable: [{ key: 'b', value: '2' }],
    })
    const { store } = openShop([aFolderItem('Outer', [inner], { id: 'outer', auth })], {
      variable: [{ key: 'a', value: '1' }],
    })
    const context = store.context(`${file}/deep`)
    expect(context).toMatchObject({ auth: { type: 'bearer', token: '{{token}}' }, authFrom: 'Outer' })
    expect(context.scopes.map(({ from }) => from)).toEqual(['Shop', 'Inner'])
    expect(store.context(`${file}/inner`)).toEqual(context)
    expect(store.context(file).auth).toEqual({ type: 'none' })
  })

  it('gives the requests under a node with their ids, folders and context', () => {
    const { store } = openShop()
    const names = (id: string) => store.runnable(id).map(({ name, folderPath }) => `${folderPath}: ${name}`)
    expect(names(file)).toEqual(['Leads: First', 'Leads: Second', ': Third'])
    expect(names(`${file}/leads`)).toEqual(['Leads: First', 'Leads: Second'])
    expect(names(`${file}/third`)).toEqual([': Third'])
    expect(store.runnable(file).map(({ nodeId }) => nodeId)).toEqual(
      onlyTree(store)
        .nodes.filter(({ kind }) => kind === 'request')
        .map(({ id }) => id),
    )
  })

  it('says so when a node is not there', () => {
    const { store } = openShop()
    for (const id of [`${file}/nothing`, 'None.json', '../../etc/passwd', '']) {
      expect(() => store.get(id)).toThrow(AppError)
      expect(() => store.get(id)).toThrow('node-not-found')
    }
  })
})

describe('creating', () => {
  it('makes a collection in a file of its own, with folders, requests and examples at their places', async () => {
    const { store, readJson, folder, events } = openTestCollections()
    const id = await store.createCollection('My shop: 1/2', 'What it is for')
    const folderId = await store.createFolder({ parentId: id, beforeId: null }, 'Leads')
    const second = await store.createRequest({ parentId: folderId, beforeId: null }, content('Second'))
    await store.createRequest({ parentId: folderId, beforeId: second }, content('First'))
    await store.createRequest({ parentId: id, beforeId: folderId }, content('Top'))
    await store.createExample(second, {
      name: 'Accepted',
      request: newRequest,
      status: 202,
      reason: 'Accepted',
      headers: [['X', 'y']],
      body: 'done',
    })
    expect(outline(onlyTree(store))).toEqual(['Top', '- Leads', '  First', '  Second', '    = Accepted'])
    expect(onlyTree(store).fileName).toBe('My shop 1 2.postman_collection.json')
    const other = openTestCollections({ folder })
    expect(onlyTree(other.store)).toEqual(onlyTree(store))
    expect(readJson(id)).toMatchObject({ info: { name: 'My shop: 1/2', description: 'What it is for' } })
    expect(events.at(-1)).toEqual({ type: 'collection-changed', collection: onlyTree(store) })
    expect(store.get(nodeNamed(store, 'Accepted').id)).toMatchObject({
      kind: 'example',
      content: { status: 202, headers: [['X', 'y']], body: 'done' },
    })
  })

  it('never takes the file of another collection of the same name', async () => {
    const { store } = openTestCollections()
    const names = ['Shop', 'shop', 'Shop', '..', 'CON']
    const ids: string[] = []
    for (const name of names) ids.push(await store.createCollection(name, ''))
    expect(ids).toEqual([
      'Shop.postman_collection.json',
      'shop 2.postman_collection.json',
      'Shop 3.postman_collection.json',
      'Unnamed.postman_collection.json',
      'CON_.postman_collection.json',
    ])
    expect(store.trees().map(({ name }) => name)).toEqual(names)
  })

  it('refuses places that cannot hold it', async () => {
    const { store } = openShop()
    const request = { parentId: `${file}/third`, beforeId: null }
    await expect(store.createFolder(request, 'x')).rejects.toEqual(failure('bad-input'))
    await expect(store.createRequest({ parentId: `${file}/gone`, beforeId: null }, content('x'))).rejects.toEqual(
      failure('node-not-found'),
    )
  })
})

describe('changing', () => {
  it('changes one line of the file for one field', async () => {
    const { store, read } = openShop()
    const before = read(file).split('\n')
    const node = store.get(`${file}/second`)
    await store.changeRequest(node.id, node.revision, { name: 'Renamed' })
    const after = read(file).split('\n')
    expect(after.length).toBe(before.length)
    expect(after.filter((line, at) => line !== before[at])).toEqual(['          "name": "Renamed",'])
  })

  it('writes the id into an item without one only when that item is saved', async () => {
    const { store, readJson } = openShop()
    const first = nodeNamed(store, 'First')
    await store.rename(`${file}/second`, 'Other')
    expect(JSON.stringify(readJson(file))).not.toContain(first.id.split('/')[1])
    await store.rename(first.id, 'First of all')
    expect(store.get(first.id)).toMatchObject({ content: { name: 'First of all' } })
    expect(JSON.stringify(readJson(file))).toContain(first.id.split('/')[1])
  })

  it('gives a new revision for another content, and the same for the same', async () => {
    const { store, read, events } = openShop()
    const node = store.get(`${file}/second`)
    if (node.kind !== 'request') throw new Error('not a request')
    const request = { ...node.content.request, method: 'PUT' }
    const revision = await store.changeRequest(node.id, node.revision, { request })
    expect(revision).not.toBe(node.revision)
    expect(store.get(node.id)).toMatchObject({ revision, content: { request: { method: 'PUT' } } })
    const text = read(file)
    const count = events.length
    expect(await store.changeRequest(node.id, revision, { request })).toBe(revision)
    expect(read(file)).toBe(text)
    expect(events.length).toBe(count)
  })

  it('keeps keys that it knows nothing of, and files laid out with tabs, without a line end, on one line', async () => {
    const test = openShop()
    const document = aDocument('Odd', [aRequestItem('R', { id: 'r', 'x-unknown': { z: 1, a: [null] } })], { zz: 1 })
    for (const text of [
      JSON.stringify(document, null, '\t'),
      JSON.stringify(document),
      `${JSON.stringify(document, null, 4)}\n`.replaceAll('\n', '\r\n'),
    ]) {
      test.write(file, text)
      await test.store.refresh()
      await test.store.rename(`${file}/r`, 'S')
      expect(test.read(file)).toBe(text.replace('"R"', '"S"'))
    }
  })

  it('changes collections and folders', async () => {
    const { store, readJson } = openShop()
    for (const id of [file, `${file}/leads`]) {
      const node = store.get(id)
      const revision = await store.changeContainer(id, node.revision, {
        name: 'New name',
        description: 'New text',
        auth: { type: 'basic', username: 'me', password: '{{password}}' },
        variables: [{ name: 'v', value: '1', enabled: true, secret: false, description: '' }],
      })
      expect(store.get(id)).toMatchObject({
        revision,
        content: {
          name: 'New name',
          description: 'New text',
          auth: { type: 'basic' },
          variables: [{ name: 'v', value: '1' }],
        },
      })
    }
    expect(readJson(file)).toMatchObject({ info: { name: 'New name' }, auth: { type: 'basic' } })
  })

  it('does not take a change of a request for a change of its folder', async () => {
    const { store } = openShop()
    const { revision } = store.get(`${file}/leads`)
    await store.rename(`${file}/second`, 'Other')
    expect(store.get(`${file}/leads`).revision).toBe(revision)
  })
})

describe('duplicating', () => {
  it('copies a folder with all in it behind the original, under ids of its own', async () => {
    const { store } = openShop()
    const copy = await store.duplicate(`${file}/leads`)
    expect(outline(onlyTree(store)).slice(0, 7)).toEqual([
      '- Leads',
      '  First',
      '  Second',
      '- Leads copy',
      '  First',
      '  Second',
      '- Empty',
    ])
    expect(store.get(copy)).toMatchObject({ kind: 'folder', content: { name: 'Leads copy' } })
    await store.duplicate(`${file}/leads`)
    expect(onlyTree(store).nodes.map(({ name }) => name)).toContain('Leads copy 2')
    const ids = onlyTree(store).nodes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('copies requests, examples and whole collections', async () => {
    const { store, readJson } = openShop()
    const request = await store.duplicate(`${file}/third`)
    expect(store.runnable(request)).toMatchObject([{ name: 'Third copy' }])
    await store.duplicate(`${file}/accepted`)
    expect(nodeNamed(store, 'Accepted copy')).toMatchObject({ kind: 'example', parentId: `${file}/third` })
    await store.createCollection('Last', '')
    const collection = await store.duplicate(file)
    expect(store.trees().map(({ name }) => name)).toEqual(['Shop', 'Shop copy', 'Last'])
    expect(outline(store.trees()[1] ?? onlyTree(store))).toEqual(outline(onlyTree(store)))
    expect(readJson(collection).info).not.toMatchObject({ _postman_id: 'Shop-id' })
  })
})
