import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Variable } from '@shared/collection/node-content'
import { newRequest } from '@shared/request/request-template'
import { describe, expect, it } from 'vitest'
import { openTestCollections } from '../../helpers/collection-folder'
import { tempFolder } from '../../helpers/temp-folder'

const variable = (name: string, value: string, secret = false): Variable => ({
  name,
  value,
  secret,
  enabled: true,
  description: '',
})

/** Every byte below a folder, to look for what must not be there. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

describe('environments', () => {
  it('are Postman files, made, changed, copied, deleted and restored', async () => {
    const test = openTestCollections()
    const { environments } = test
    const made = await environments.create('Contoso test')
    expect(made).toEqual({
      id: 'Contoso test.postman_environment.json',
      name: 'Contoso test',
      variables: [],
      problem: null,
    })
    const variables = [variable('a', '1'), { ...variable('b', '2'), enabled: false, description: 'text' }]
    expect(await environments.change(made.id, { name: 'Contoso', variables })).toEqual({
      id: made.id,
      name: 'Contoso',
      variables,
      problem: null,
    })
    expect(test.readJson(made.id)).toMatchObject({
      name: 'Contoso',
      values: [
        { key: 'a', value: '1', enabled: true },
        { key: 'b', enabled: false },
      ],
      _postman_variable_scope: 'environment',
    })
    const copy = await environments.duplicate(made.id)
    expect(copy).toMatchObject({ name: 'Contoso copy', variables })
    const { undoToken } = await environments.delete(made.id)
    expect(environments.list()).toEqual([copy])
    expect(test.events.at(-1)).toEqual({ type: 'environments-changed', environments: [copy] })
    await environments.restore(undoToken)
    expect(environments.list().map(({ name }) => name)).toEqual(['Contoso', 'Contoso copy'])
    expect(environments.get(made.id).variables).toEqual(variables)
    expect(test.store.trees()).toEqual([])
    expect(() => environments.get('../x.postman_environment.json')).toThrow('node-not-found')
    await expect(environments.change('no.postman_environment.json', { name: 'x' })).rejects.toMatchObject({
      code: 'node-not-found',
    })
  })

  it('change one line for one value, and keep what they know nothing of', async () => {
    const test = openTestCollections()
    mkdirSync(test.folder, { recursive: true })
    const file = 'E.postman_environment.json'
    const values = [
      { key: 'a', value: '1', 'x-own': true },
      { key: 'b', value: '2' },
    ]
    test.write(file, { id: 'e', name: 'E', values, _postman_exported_at: 'then' })
    chmodSync(join(test.folder, file), 0o600)
    const before = test.read(file)
    const [a, b] = test.environments.get(file).variables
    if (!a || !b) throw new Error('no variables')
    await test.environments.change(file, { variables: [{ ...a, value: 'new' }, b] })
    expect(test.read(file)).toBe(before.replace('"1"', '"new"'))
    expect(statSync(join(test.folder, file)).mode & 0o777).toBe(0o600)
  })

  it('take in what another program changes', async () => {
    const test = openTestCollections()
    const { id } = await test.environments.create('E')
    const next = test.nextEvent(({ type }) => type === 'environments-changed')
    test.write(id, { ...test.readJson(id), values: [{ key: 'theirs', value: '1' }] })
    expect(await next).toMatchObject({ environments: [{ variables: [{ name: 'theirs' }] }] })
  })

  it('that cannot be read are told, and can be deleted, but not written over', async () => {
    const test = openTestCollections()
    const { id } = await test.environments.create('E', [variable('a', '1')])
    const whole = test.read(id)
    for (const broken of [`<<<<<<< HEAD\n${whole}`, '[]', '']) {
      test.write(id, broken)
      await test.environments.refresh()
      const problem = expect.objectContaining({ code: 'collection-unreadable' })
      expect(test.environments.list()).toEqual([{ id, name: 'E', variables: [], problem }])
      expect(test.events.at(-1)).toMatchObject({ environments: [{ id, problem }] })
      expect(() => test.environments.get(id)).toThrow('collection-unreadable')
      const change = test.environments.change(id, { variables: [variable('a', '2')] })
      await expect(change).rejects.toMatchObject({ code: 'collection-unreadable' })
      expect(test.read(id)).toBe(broken)
    }
    const { undoToken } = await test.environments.delete(id)
    expect(test.environments.list()).toEqual([])
    await test.environments.restore(undoToken)
    test.write(id, whole)
    await test.environments.refresh()
    expect(test.environments.list()).toMatchObject([{ name: 'E', variables: [{ name: 'a' }], problem: null }])
  })
})

describe('secret values', () => {
  it('are nowhere on disk in the open, and there again after a restart', async () => {
    const dataFolder = tempFolder()
    const test = openTestCollections({ dataFolder })
    const variables = [variable('key', 'HUSH-1', true), variable('key', 'HUSH-2', true), variable('open', 'seen')]
    const { id } = await test.environments.create('E', variables)
    const collection = await test.store.createCollection('C', '')
    const folder = await test.store.createFolder({ parentId: collection, beforeId: null }, 'F')
    await test.store.changeContainer(folder, null, { variables: [variable('key', 'HUSH-3', true)] })
    await test.store.createRequest(
      { parentId: folder, beforeId: null },
      {
        name: 'R',
        description: '',
        request: newRequest,
        checks: [],
      },
    )
    expect(test.environments.get(id).variables).toEqual(variables)
    expect(test.store.runnable(folder)[0]?.context.scopes).toMatchObject([{ variables: [{ value: 'HUSH-3' }] }])
    await test.store.close()
    await test.environments.close()
    test.storage.close()
    expect(everything(dataFolder)).toContain('seen')
    expect(everything(dataFolder)).not.toContain('HUSH')

    const next = openTestCollections({ dataFolder })
    expect(next.environments.get(id).variables).toEqual(variables)
    expect(next.store.get(folder)).toMatchObject({ content: { variables: [{ value: 'HUSH-3' }] } })
  })

  it('without a keyring are forgotten, and come back with the key', async () => {
    const dataFolder = tempFolder()
    const first = openTestCollections({ dataFolder })
    const { id } = await first.environments.create('E', [variable('key', 'HUSH', true)])
    await first.environments.close()
    first.storage.close()

    const second = openTestCollections({ dataFolder, key: null })
    expect(second.secrets.storage()).toBe('session')
    const shown = second.environments.get(id).variables
    expect(shown).toEqual([variable('key', '', true)])
    await second.environments.change(id, { variables: [...shown, variable('new', 'WORD', true)] })
    expect(second.environments.get(id).variables[1]?.value).toBe('WORD')
    await second.environments.close()
    second.storage.close()

    const third = openTestCollections({ dataFolder })
    expect(third.environments.get(id).variables).toEqual([variable('key', 'HUSH', true), variable('new', '', true)])
  })

  it('go with renamed variables, copies, deleted and renamed files, and end when they are open', async () => {
    const test = openTestCollections()
    const { id } = await test.environments.create('E', [variable('key', 'HUSH', true)])
    await test.environments.change(id, { variables: [variable('renamed', 'HUSH', true)] })
    const copy = await test.environments.duplicate(id)
    expect(copy.variables).toEqual([variable('renamed', 'HUSH', true)])
    const { undoToken } = await test.environments.delete(id)
    const again = await test.environments.create('E', [variable('renamed', '', true)])
    expect(again).toMatchObject({ id, variables: [{ value: '' }] })
    await test.environments.restore(undoToken)
    expect(test.environments.get('E 2.postman_environment.json').variables).toEqual([variable('renamed', 'HUSH', true)])

    renameSync(join(test.folder, copy.id), join(test.folder, 'Moved.postman_environment.json'))
    await test.environments.refresh()
    const moved = test.environments.get('Moved.postman_environment.json')
    expect(moved.variables).toEqual([variable('renamed', 'HUSH', true)])
    await test.environments.change(moved.id, { variables: [variable('renamed', 'HUSH')] })
    expect(test.readJson(moved.id)).toMatchObject({ values: [{ value: 'HUSH' }] })
    await test.environments.change(moved.id, { variables: [variable('renamed', '', true)] })
    expect(test.environments.get(moved.id).variables[0]?.value).toBe('')
  })

  it('of a file that has them in it are shown, and leave it with the next save', async () => {
    const test = openTestCollections()
    mkdirSync(test.folder, { recursive: true })
    const file = 'E.postman_environment.json'
    test.write(file, { id: 'e', name: 'E', values: [{ key: 'key', value: 'HUSH', type: 'secret', enabled: true }] })
    const { variables } = test.environments.get(file)
    expect(variables[0]?.value).toBe('HUSH')
    await test.environments.change(file, { variables })
    expect(test.read(file)).not.toContain('HUSH')
    expect(test.environments.get(file).variables).toEqual(variables)
  })
})
