import { chmodSync, lstatSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineEvent } from '@shared/contract/engine-events'
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
const document = (name = 'r', rest = {}) =>
  aDocument('Shop', [aRequestItem(name, { id: 'r' }), aFolderItem('F', [], { id: 'f' })], rest)

function open() {
  const test = openTestCollections()
  mkdirSync(test.folder, { recursive: true })
  test.write(file, document())
  test.store.trees()
  return test
}

const isChange = (event: EngineEvent) => event.type === 'collection-changed'
const isRemoval = (event: EngineEvent) => event.type === 'collection-removed'

describe('changes made outside', () => {
  it('takes in a file that was written, one that was renamed over, and a new one', async () => {
    const test = open()
    let changed = test.nextEvent(isChange)
    test.write(file, document('written'))
    expect(await changed).toMatchObject({ collection: { nodes: [{ name: 'written' }, { name: 'F' }] } })

    changed = test.nextEvent(isChange)
    test.write('.swap', document('renamed over'))
    renameSync(join(test.folder, '.swap'), join(test.folder, file))
    expect(await changed).toMatchObject({ collection: { nodes: [{ name: 'renamed over' }, { name: 'F' }] } })

    changed = test.nextEvent(isChange)
    test.write('New.postman_collection.json', aDocument('New', []))
    expect(await changed).toMatchObject({ collection: { name: 'New' } })
  })

  it('tells of a file that went and came back', async () => {
    const test = open()
    const removed = test.nextEvent(isRemoval)
    renameSync(join(test.folder, file), join(test.folder, 'aside'))
    expect(await removed).toEqual({ type: 'collection-removed', id: file })
    const changed = test.nextEvent(isChange)
    renameSync(join(test.folder, 'aside'), join(test.folder, file))
    expect(await changed).toMatchObject({ collection: { name: 'Shop' } })
  })

  it('survives the folder being removed and made again', async () => {
    const test = open()
    const removed = test.nextEvent(isRemoval)
    rmSync(test.folder, { recursive: true })
    await removed
    expect(test.store.trees()).toEqual([])
    const changed = test.nextEvent(isChange)
    mkdirSync(test.folder)
    test.write(file, document('again'))
    expect(await changed).toMatchObject({ collection: { nodes: [{ name: 'again' }, { name: 'F' }] } })
    const watched = test.nextEvent(isChange)
    test.write(file, document('and again'))
    expect(await watched).toMatchObject({ collection: { nodes: [{ name: 'and again' }, { name: 'F' }] } })
  })

  it('shows a broken file as a tree with a problem, until it is mended', async () => {
    const test = open()
    const whole = test.read(file)
    for (const broken of [`<<<<<<< HEAD\n${whole}=======\n${whole}>>>>>>> theirs\n`, whole.slice(0, 40), '[]', '']) {
      test.write(file, broken)
      await test.store.refresh()
      expect(onlyTree(test.store)).toMatchObject({
        name: 'Shop',
        nodes: [],
        problem: { code: 'collection-unreadable' },
      })
      expect(() => test.store.get(`${file}/r`)).toThrow('collection-unreadable')
      await expect(test.store.rename(`${file}/r`, 'x')).rejects.toMatchObject({ code: 'collection-unreadable' })
      expect(test.read(file)).toBe(broken)
    }
    test.write(file, `<<<<<<< HEAD\n${whole}`)
    await test.store.refresh()
    expect(String(onlyTree(test.store).problem?.params.detail)).toContain('merge')
    test.write(file, whole)
    await test.store.refresh()
    expect(onlyTree(test.store).problem).toBeNull()
    expect(outline(onlyTree(test.store))).toEqual(['r', '- F'])
  })

  it('applies a change to the newest file', async () => {
    const test = open()
    const { revision } = test.store.get(`${file}/r`)
    test.write(file, document('r', { 'x-theirs': true }))
    await test.store.changeRequest(`${file}/r`, revision, { name: 'mine' })
    expect(test.readJson(file)).toMatchObject({ 'x-theirs': true, item: [{ name: 'mine' }, { name: 'F' }] })
  })

  it('refuses a change that began from another version, and overwrites when it is told to', async () => {
    const test = open()
    const { revision } = test.store.get(`${file}/r`)
    const theirs = aDocument('Shop', [{ name: 'r', id: 'r', request: { method: 'PUT', url: 'https://theirs' } }])
    test.write(file, theirs)
    const text = test.read(file)
    const save = (from: string | null) => test.store.changeRequest(`${file}/r`, from, { description: 'mine' })
    await expect(save(revision)).rejects.toMatchObject({ code: 'collection-changed-outside', params: { file } })
    expect(test.read(file)).toBe(text)
    expect(test.events.at(-1)).toMatchObject({ collection: { nodes: [{ method: 'PUT' }] } })
    await save(null)
    expect(test.readJson(file)).toMatchObject({ item: [{ request: { method: 'PUT', description: 'mine' } }] })
  })

  it('tells of a file that is found missing by a save', async () => {
    const test = open()
    rmSync(join(test.folder, file))
    await expect(test.store.rename(`${file}/r`, 'x')).rejects.toMatchObject({ code: 'node-not-found' })
    expect(test.events).toEqual([{ type: 'collection-removed', id: file }])
    expect(test.store.trees()).toEqual([])
  })

  it('takes another name outside for a conflict only when the change has a name too', async () => {
    const test = open()
    const { revision } = test.store.get(`${file}/r`)
    test.write(file, document('their name'))
    const save = (changes: { name?: string; description?: string }) =>
      test.store.changeRequest(`${file}/r`, revision, changes)
    await expect(save({ name: 'my name' })).rejects.toMatchObject({ code: 'collection-changed-outside' })
    await save({ description: 'text' })
    expect(test.store.get(`${file}/r`)).toMatchObject({ content: { name: 'their name', description: 'text' } })
  })

  it('does not write over a change of the very last moment', async () => {
    const test = open()
    const saves = Array.from({ length: 20 }, (_, at) => test.store.rename(`${file}/f`, `F${at}`))
    for (let at = 0; at < 50; at++) {
      test.write('.swap', { ...test.readJson(file), [`x${at}`]: at })
      renameSync(join(test.folder, '.swap'), join(test.folder, file))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(saves)
    await test.store.refresh()
    expect(nodeNamed(test.store, 'F19').id).toBe(`${file}/f`)
    expect(test.readJson(file)).toMatchObject({ item: [{ name: 'r' }, { name: 'F19' }] })
  })

  it('knows a file under its new name by its id, and keeps its secrets and place', async () => {
    const test = open()
    await test.store.createCollection('Later', '')
    const secret = { name: 'key', value: 'hush', enabled: true, secret: true, description: '' }
    await test.store.changeContainer(file, null, { variables: [secret] })
    await test.store.move([file], { parentId: null, beforeId: 'Later.postman_collection.json' })
    renameSync(join(test.folder, file), join(test.folder, 'Zebra.postman_collection.json'))
    await test.store.refresh()
    expect(test.store.trees().map(({ fileName }) => fileName)).toEqual([
      'Zebra.postman_collection.json',
      'Later.postman_collection.json',
    ])
    expect(test.store.get('Zebra.postman_collection.json')).toMatchObject({ content: { variables: [secret] } })
  })
})

describe('the files', () => {
  it('keep their mode', async () => {
    const test = open()
    chmodSync(join(test.folder, file), 0o640)
    await test.store.rename(`${file}/r`, 'x')
    expect(statSync(join(test.folder, file)).mode & 0o777).toBe(0o640)
  })

  it('are written behind a link, and the link stays one when it is deleted and restored', async () => {
    const test = open()
    const target = join(tempFolder(), 'elsewhere.json')
    writeFileSync(target, JSON.stringify(aDocument('Linked', [aRequestItem('l', { id: 'l' })])))
    const link = 'Linked.postman_collection.json'
    symlinkSync(target, join(test.folder, link))
    await test.store.refresh()
    await test.store.rename(`${link}/l`, 'renamed')
    expect(lstatSync(join(test.folder, link)).isSymbolicLink()).toBe(true)
    expect(test.readJson(link)).toMatchObject({ item: [{ name: 'renamed' }] })
    const { undoToken } = await test.store.delete([link])
    expect(statSync(target).isFile()).toBe(true)
    await test.store.restore(undoToken)
    expect(lstatSync(join(test.folder, link)).isSymbolicLink()).toBe(true)
    expect(nodeNamed(test.store, 'renamed').id).toBe(`${link}/l`)
  })

  it('can be used from another folder, or taken along to it', async () => {
    const test = open()
    const secret = { name: 'key', value: 'hush', enabled: true, secret: true, description: '' }
    await test.store.changeContainer(file, null, { variables: [secret] })
    const other = tempFolder()
    writeFileSync(join(other, file), JSON.stringify(aDocument('Already there', [])))
    await test.store.useFolder(other, true)
    expect(test.store.folder()).toBe(other)
    expect(test.store.trees().map(({ name, fileName }) => [name, fileName])).toEqual([
      ['Already there', file],
      ['Shop', 'Shop 2.postman_collection.json'],
    ])
    expect(test.store.get('Shop 2.postman_collection.json')).toMatchObject({ content: { variables: [secret] } })
    await test.store.useFolder(test.folder, false)
    expect(test.store.trees()).toEqual([])
    await test.store.createCollection('Here', '')
    await test.store.useFolder(other, false)
    expect(test.store.trees().length).toBe(2)
  })

  it('tells in plain words when the folder cannot be written', async () => {
    const blocked = join(tempFolder(), 'a file')
    writeFileSync(blocked, '')
    const test = openTestCollections({ folder: join(blocked, 'inside') })
    expect(test.store.trees()).toEqual([])
    await expect(test.store.createCollection('x', '')).rejects.toMatchObject({ code: 'file-not-written' })
  })
})
