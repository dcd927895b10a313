import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '@shared/json-value'
import { describe, expect, it } from 'vitest'
import { createCollectionHandlers } from '../../../src/engine/collections/collection-handlers'
import { collectionsFolder } from '../../../src/engine/collections/collections-folder'
import { createFileGrants } from '../../../src/engine/file-grants'
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

const flowUrl = 'http://127.0.0.1:5323/workflows/1/invoke?sig=HUSH'

function openHandlers(options: Parameters<typeof openTestCollections>[0] = {}) {
  const test = openTestCollections(options)
  const grants = createFileGrants()
  const first: unknown[] = []
  let url: string | null = flowUrl
  const handlers = createCollectionHandlers({
    collections: test.store,
    environments: test.environments,
    secrets: test.secrets,
    state: test.storage.composerState,
    grants,
    defaultFlowUrl: () => url,
    onFirstCollection: (made) => first.push(made),
  })
  return {
    ...test,
    handlers,
    first,
    setUrl: (next: string | null) => {
      url = next
    },
    /** A token as the shell gives one for a chosen path. */
    token: (path: string) => {
      grants.grant(path, path)
      return path
    },
    close: async () => {
      await test.store.close()
      await test.environments.close()
      test.storage.close()
    },
  }
}

const bytes = (content: string | JsonObject) =>
  Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))

describe('the first collection', () => {
  it('is made once, with an environment that points to the receiver', async () => {
    const dataFolder = tempFolder()
    const test = openHandlers({ dataFolder })
    const [found, again] = await Promise.all([
      test.handlers['collections.get']({}),
      test.handlers['collections.get']({}),
    ])
    expect(again).toEqual(found)
    expect(found).toMatchObject({ folder: test.folder, secretStorage: 'encrypted' })
    expect(outline(onlyTree(test.store)).slice(0, 4)).toEqual([
      'Test my flow',
      'Test lead',
      '- One for each kind of lead',
      '  Contact me (PLT)',
    ])
    expect(found.environments).toMatchObject([
      { name: 'My receiver', variables: [{ name: 'flowUrl', value: flowUrl, secret: true }] },
    ])
    expect(test.first).toEqual([{ collectionId: onlyTree(test.store).id, environmentId: found.environments[0]?.id }])
    const [request] = test.store.runnable(nodeNamed(test.store, 'Test my flow').id)
    expect(request?.request).toMatchObject({
      method: 'POST',
      url: '{{flowUrl}}',
      body: { type: 'raw', language: 'json' },
    })
    expect(JSON.stringify(request?.request.body)).toContain('Test run through Power Automate')
    expect(test.read(found.environments[0]?.id ?? '')).not.toContain('HUSH')

    await test.handlers['node.delete']({ ids: [onlyTree(test.store).id] })
    await test.close()
    const next = openHandlers({ dataFolder })
    expect((await next.handlers['collections.get']({})).collections).toEqual([])
    expect(next.first).toEqual([])
  })

  it('is not made in a folder that has files already', async () => {
    const test = openHandlers()
    mkdirSync(test.folder, { recursive: true })
    test.write('Mine.postman_collection.json', aDocument('Mine', []))
    const { collections, environments } = await test.handlers['collections.get']({})
    expect(collections.map(({ name }) => name)).toEqual(['Mine'])
    expect(environments).toEqual([])
  })

  it('follows the receiver until someone puts another address there', async () => {
    const test = openHandlers()
    test.setUrl(null)
    const value = async () => (await test.handlers['collections.get']({})).environments[0]?.variables[0]?.value
    expect(await value()).toBe('')
    test.setUrl(flowUrl)
    expect(await value()).toBe(flowUrl)
    test.setUrl(`${flowUrl}-2`)
    expect(await value()).toBe(`${flowUrl}-2`)
    const [environment] = test.environments.list()
    const variables = environment?.variables.map((variable) => ({ ...variable, value: 'https://mine' }))
    await test.handlers['environment.change']({ id: environment?.id ?? '', variables })
    test.setUrl(flowUrl)
    expect(await value()).toBe('https://mine')
  })
})

describe('importing', () => {
  it('takes several files, each told by its content, and names those that fail', async () => {
    const test = openHandlers()
    const auth = { type: 'apikey', apikey: [{ key: 'key', value: 'k' }] }
    const collection = aDocument('Shop', [aFolderItem('F', [aRequestItem('R')], { variable: [secret('inner')] })], {
      auth,
      variable: [secret('outer')],
    })
    const outcome = await test.handlers['collections.import']({
      files: [
        { name: 'a.txt', bytes: bytes(collection) },
        { name: 'broken.json', bytes: bytes('{"info": ') },
        { name: 'environment', bytes: bytes({ id: 'e', name: 'E', values: [{ ...secret('key'), enabled: true }] }) },
        { name: 'globals', bytes: bytes({ name: 'G', values: [], _postman_variable_scope: 'globals' }) },
        { name: 'page.har', bytes: bytes(har) },
        { name: 'old.json', bytes: bytes({ id: 'x', name: 'old', requests: [], order: [] }) },
        { name: 'deep.json', bytes: bytes(deep) },
        { name: 'picture.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) },
      ],
    })
    expect(outcome).toMatchObject({
      requests: 2,
      environments: ['E.postman_environment.json', 'G.postman_environment.json'],
      failures: [
        { name: 'broken.json', error: { code: 'import-not-valid' } },
        { name: 'old.json', error: { code: 'import-version' } },
        { name: 'deep.json', error: { code: 'import-not-valid' } },
        { name: 'picture.png', error: { code: 'import-not-known' } },
      ],
    })
    expect(outcome.notes).toContainEqual({ code: 'secrets-moved', count: 3, detail: '' })
    expect(test.store.trees().map(({ name }) => name)).toEqual(['Shop', 'page'])
    for (const id of [...outcome.collections, ...outcome.environments]) expect(test.read(id)).not.toContain('HUSH')
    const shop = outcome.collections[0] ?? ''
    expect(test.store.get(shop)).toMatchObject({ content: { variables: [{ name: 'outer', value: 'HUSH' }] } })
    expect(test.store.get(nodeNamed(test.store, 'F').id)).toMatchObject({ content: { variables: [{ value: 'HUSH' }] } })
    expect(test.environments.list()[0]?.variables).toMatchObject([{ name: 'key', value: 'HUSH', secret: true }])
  })

  it('takes chosen files, and says so when one is gone', async () => {
    const test = openHandlers()
    const path = join(tempFolder(), 'chosen.json')
    writeFileSync(path, bytes(aDocument('Chosen', [])))
    const outcome = await test.handlers['collections.import']({
      fileTokens: [test.token(join(tempFolder(), 'gone.json')), test.token(path)],
    })
    expect(outcome).toMatchObject({
      collections: ['Chosen.postman_collection.json'],
      failures: [{ name: 'gone.json', error: { code: 'file-unreadable' } }],
    })
  })

  it('puts pasted cURL commands where they were pasted, or into a collection of their own', async () => {
    const test = openHandlers()
    const text = `curl https://contoso.com/one -d '{"a":1}' && curl https://contoso.com/two`
    const own = await test.handlers['collections.import']({ text, into: null })
    expect(own).toMatchObject({ requests: 2, failures: [] })
    const parentId = own.collections[0] ?? ''
    const folder = await test.store.createFolder({ parentId, beforeId: null }, 'F')
    const into = await test.handlers['collections.import']({ text, into: { parentId: folder, beforeId: null } })
    expect(into).toMatchObject({ requests: 2, collections: [], failures: [] })
    expect(test.store.runnable(folder).map(({ request }) => [request.method, request.url])).toEqual([
      ['POST', 'https://contoso.com/one'],
      ['GET', 'https://contoso.com/two'],
    ])
    const wrong = await test.handlers['collections.import']({ text: 'good morning', into: null })
    expect(wrong.failures).toMatchObject([{ error: { code: 'import-not-known' } }])
  })
})

describe('exporting', () => {
  it('leaves secrets out unless they are asked for', async () => {
    const test = openHandlers()
    const auth = { type: 'bearer', bearer: [{ key: 'token', value: 'HUSH', type: 'string' }] }
    const item = aFolderItem('F', [aRequestItem('R', { request: { method: 'POST', url: flowUrl, auth } })], {
      id: 'f',
      variable: [secret('inner')],
    })
    const [id = ''] = (
      await test.handlers['collections.import']({ files: [{ name: 'x', bytes: bytes(aDocument('Shop', [item])) }] })
    ).collections
    const path = join(tempFolder(), 'out.json')
    const exported = async (node: string, withSecrets: boolean) => {
      await test.handlers['collections.export']({ id: node, fileToken: test.token(path), withSecrets })
      return readFileSync(path, 'utf8')
    }
    expect(await exported(id, false)).not.toContain('HUSH')
    expect((await exported(id, true)).match(/HUSH/g)?.length).toBe(3)
    const folder: JsonObject = JSON.parse(await exported(`${id}/f`, false))
    expect(folder).toMatchObject({ info: { name: 'F' }, item: [{ name: 'R' }] })

    const environment = await test.environments.create('E', [
      { name: 'key', value: 'HUSH', enabled: true, secret: true, description: '' },
      { name: 'url', value: flowUrl, enabled: true, secret: false, description: '' },
    ])
    const environmentText = async (withSecrets: boolean) => {
      await test.handlers['environment.export']({ id: environment.id, fileToken: test.token(path), withSecrets })
      return readFileSync(path, 'utf8')
    }
    expect(await environmentText(false)).not.toContain('HUSH')
    expect((await environmentText(true)).match(/HUSH/g)?.length).toBe(2)

    const nowhere = test.token(join(tempFolder(), 'missing', 'out.json'))
    await expect(
      test.handlers['collections.export']({ id, fileToken: nowhere, withSecrets: false }),
    ).rejects.toMatchObject({ code: 'export-failed' })
  })
})

describe('another folder', () => {
  it('is remembered, and collections and environments go along when asked', async () => {
    const test = openHandlers()
    const before = await test.handlers['collections.get']({})
    const other = join(tempFolder(), 'new')
    const after = await test.handlers['collections.use-folder']({ folderToken: test.token(other), move: true })
    expect(after).toEqual({ ...before, folder: other })
    expect(collectionsFolder(test.storage.composerState, 'data')).toBe(other)
    const empty = await test.handlers['collections.use-folder']({ folderToken: test.token(tempFolder()), move: false })
    expect(empty).toMatchObject({ collections: [], environments: [] })
    expect((await test.handlers['collections.get']({})).collections).toEqual([])
    const back = await test.handlers['collections.use-folder']({ folderToken: test.token(other), move: false })
    expect(back).toEqual(after)
  })
})

function secret(key: string): JsonObject {
  return { key, value: 'HUSH', type: 'secret' }
}

const deep = aDocument('Deep', [
  Array.from({ length: 150 }).reduce<JsonObject>((inner) => aFolderItem('f', [inner]), {}),
])

const har: JsonObject = {
  log: {
    version: '1.2',
    entries: [
      {
        request: { method: 'GET', url: 'https://contoso.com/', headers: [], queryString: [] },
        response: { status: 200, statusText: 'OK', headers: [], content: { text: 'hello', mimeType: 'text/plain' } },
      },
    ],
  },
}
