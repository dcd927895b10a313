// @vitest-environment happy-dom
import { AppError } from '@shared/app-error'
import type { NodeDetail } from '@shared/collection/node-content'
import type { CollectionTree } from '@shared/collection/tree'
import { newRequest } from '@shared/request/request-template'
import type { Draft, Workspace } from '@shared/workspace/draft'
import { emptyWorkspace } from '@shared/workspace/draft'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aRequestDetail, aTree, aTreeRequest } from '../../../helpers/collections'
import { type FakeEngine, type FakeHandlers, fakeEnginePort } from '../../../helpers/fake-engine-port'

/** An engine with one collection of one request, and what the window has told it to keep. */
function aDisk() {
  const disk = {
    trees: [aTree('Articles', [aTreeRequest('one', 'Articles')])] as readonly CollectionTree[],
    nodes: new Map<string, NodeDetail>([['one', aRequestDetail('one')]]),
    drafts: new Map<string, Draft>(),
    workspace: emptyWorkspace as Workspace,
  }
  const find = (id: string): NodeDetail => {
    const node = disk.nodes.get(id)
    if (!node) throw new AppError('node-not-found')
    return node
  }
  const handlers: FakeHandlers = {
    'collections.get': () => ({
      folder: 'folder',
      collections: disk.trees,
      environments: [],
      secretStorage: 'encrypted',
    }),
    'workspace.get': () => ({ workspace: disk.workspace, drafts: [...disk.drafts.values()] }),
    'workspace.save': ({ workspace }) => {
      disk.workspace = workspace
      return null
    },
    'draft.save': ({ draft }) => {
      disk.drafts.set(draft.id, {
        ...draft,
        description: draft.description ?? '',
        content: draft.content ?? '',
      } as Draft)
      return null
    },
    'draft.delete': ({ id }) => {
      disk.drafts.delete(id)
      return null
    },
    'node.get': ({ id }) => find(id),
    'node.change-request': ({ id, revision, changes }) => {
      const node = find(id)
      if (node.kind !== 'request') throw new AppError('node-not-found')
      if (revision !== node.revision) throw new AppError('collection-changed-outside', { file: 'Articles.json' })
      const request = changes.request ? { ...node.content.request, url: changes.request.url } : node.content.request
      disk.nodes.set(id, { ...node, revision: `${node.revision}+`, content: { ...node.content, request } })
      return { revision: `${node.revision}+` }
    },
  }
  return { disk, engine: fakeEnginePort(handlers) }
}

/** The stores are the window's: each test begins with a window of its own. */
async function aWindow(engine: FakeEngine) {
  closeWindows()
  vi.resetModules()
  const bridge = await import('../../../../src/renderer/src/state/bridge')
  const collections = await import('../../../../src/renderer/src/state/collections-store')
  const composer = await import('../../../../src/renderer/src/state/composer-store')
  const saving = await import('../../../../src/renderer/src/state/draft-saving')
  const follow = await import('../../../../src/renderer/src/state/composer-follow')
  collections.followCollections()
  follow.followComposer()
  bridge.connectBridge()
  engine.connect()
  await until(composer.useComposer, ({ loaded }) => loaded)
  await until(collections.useCollections, ({ loaded }) => loaded)
  return { ...composer, saveDraft: saving.saveDraft, flushJournal: follow.flushJournal }
}

type Store<State> = { getState: () => State; subscribe: (listener: () => void) => () => void }

function until<State>(store: Store<State>, test: (state: State) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(look)
    function look(): void {
      if (!test(store.getState())) return
      stop()
      resolve()
    }
    look()
  })
}

const url = (draft: Draft | undefined) => draft?.request?.url
const typed = (to: string): Partial<Draft> => ({ request: { ...newRequest, url: to } })

const listening: (readonly [string, EventListenerOrEventListenerObject])[] = []

beforeEach(() => {
  const add = window.addEventListener.bind(window)
  vi.spyOn(window, 'addEventListener').mockImplementation(
    (name: string, listener: EventListenerOrEventListenerObject) => {
      listening.push([name, listener])
      add(name, listener)
    },
  )
})

/** An earlier window must not take the port of this one. */
function closeWindows(): void {
  for (const [name, listener] of listening.splice(0)) window.removeEventListener(name, listener)
}

afterEach(() => {
  closeWindows()
  vi.restoreAllMocks()
})

test('what is typed is on disk soon, and comes back in the next window', async () => {
  const { disk, engine } = aDisk()
  const window = await aWindow(engine)
  const id = window.openNewRequest({ name: 'Mine' })
  window.changeDraft(id, typed('http://127.0.0.1/typed'))
  await engine.called((name, input) => name === 'draft.save' && JSON.stringify(input).includes('/typed'))
  await window.flushJournal()
  expect(disk.workspace).toMatchObject({ tabs: [id], activeTab: id })

  const next = await aWindow(engine)
  const { drafts, workspace } = next.useComposer.getState()
  expect(workspace.activeTab).toBe(id)
  expect(drafts[id]).toMatchObject({ name: 'Mine', unsaved: true, request: { url: 'http://127.0.0.1/typed' } })
})

test('a closed tab is forgotten on disk', async () => {
  const { disk, engine } = aDisk()
  const window = await aWindow(engine)
  const id = window.openNewRequest()
  await window.flushJournal()
  expect([...disk.drafts.keys()]).toEqual([id])
  window.closeDraft(id)
  await window.flushJournal()
  expect([...disk.drafts.keys()]).toEqual([])
  expect(disk.workspace.tabs).toEqual([])
})

test('edits made while the engine was away are kept, and told to the new engine', async () => {
  const { disk, engine } = aDisk()
  const window = await aWindow(engine)
  const id = window.openNewRequest()
  await window.flushJournal()
  disk.drafts.clear()
  window.changeDraft(id, typed('http://127.0.0.1/meanwhile'))
  engine.connect()
  await engine.called((name, input) => name === 'draft.save' && JSON.stringify(input).includes('/meanwhile'))
  expect(url(window.useComposer.getState().drafts[id])).toBe('http://127.0.0.1/meanwhile')
})

test('a file that changes outside is taken in by a clean tab and shown as a conflict by one with edits', async () => {
  const { disk, engine } = aDisk()
  const window = await aWindow(engine)
  await window.openNode('one')
  const id = window.useComposer.getState().workspace.activeTab ?? ''
  const change = (revision: string, to: string) => {
    disk.nodes.set('one', aRequestDetail('one', { revision, url: to }))
    disk.trees = [aTree('Articles', [aTreeRequest('one', 'Articles', to)])]
    engine.publish({ type: 'collection-changed', collection: disk.trees[0] as CollectionTree })
  }
  change('r2', 'http://127.0.0.1/pulled')
  await until(window.useComposer, ({ drafts }) => url(drafts[id]) === 'http://127.0.0.1/pulled')

  window.changeDraft(id, typed('http://127.0.0.1/mine'))
  change('r3', 'http://127.0.0.1/pulled-again')
  await until(window.useComposer, ({ backings }) => backings[id]?.state === 'conflict')
  expect(url(window.useComposer.getState().drafts[id])).toBe('http://127.0.0.1/mine')
  // Nothing is written while the conflict stands.
  expect(await window.saveDraft(id)).toBe(false)
  expect(engine.calls.some(({ name }) => name === 'node.change-request')).toBe(false)
})

test('a save that meets a change from outside overwrites nothing', async () => {
  const { disk, engine } = aDisk()
  const window = await aWindow(engine)
  await window.openNode('one')
  const id = window.useComposer.getState().workspace.activeTab ?? ''
  window.changeDraft(id, typed('http://127.0.0.1/mine'))
  disk.nodes.set('one', aRequestDetail('one', { revision: 'r2', url: 'http://127.0.0.1/theirs' }))
  expect(await window.saveDraft(id)).toBe(false)
  expect(window.useComposer.getState().backings[id]?.state).toBe('conflict')
  expect(disk.nodes.get('one')?.revision).toBe('r2')
})

test('a save writes only what is different, and the tab is clean', async () => {
  const { disk, engine } = aDisk()
  const window = await aWindow(engine)
  await window.openNode('one')
  const id = window.useComposer.getState().workspace.activeTab ?? ''
  window.changeDraft(id, typed('http://127.0.0.1/mine'))
  expect(await window.saveDraft(id)).toBe(true)
  expect(window.useComposer.getState().drafts[id]).toMatchObject({ unsaved: false, revision: 'r1+' })
  expect(disk.nodes.get('one')?.revision).toBe('r1+')
  const save = engine.calls.find(({ name }) => name === 'node.change-request')
  expect(save?.input).toEqual({
    id: 'one',
    revision: 'r1',
    changes: { request: typed('http://127.0.0.1/mine').request },
  })
})

test('the tab of a deleted request stays, with what it has', async () => {
  const { disk, engine } = aDisk()
  const window = await aWindow(engine)
  await window.openNode('one')
  const id = window.useComposer.getState().workspace.activeTab ?? ''
  disk.nodes.clear()
  engine.publish({ type: 'collection-changed', collection: aTree('Articles') })
  await until(window.useComposer, ({ backings }) => backings[id]?.state === 'deleted')
  expect(window.useComposer.getState().drafts[id]).toMatchObject({ unsaved: true, name: 'one' })
})

test('a single click opens a preview, which the next one replaces; asked for twice, a node has one tab', async () => {
  const { disk, engine } = aDisk()
  disk.nodes.set('two', aRequestDetail('two'))
  const window = await aWindow(engine)
  await window.openNode('one', { preview: true })
  await window.openNode('two', { preview: true })
  const { drafts, workspace, previewTab } = window.useComposer.getState()
  expect(workspace.tabs.map((id) => drafts[id]?.nodeId)).toEqual(['two'])
  expect(previewTab).toBe(workspace.tabs[0])
  await Promise.all([window.openNode('two'), window.openNode('one'), window.openNode('one')])
  const after = window.useComposer.getState()
  expect(after.workspace.tabs.map((id) => after.drafts[id]?.nodeId)).toEqual(['two', 'one'])
  expect(after.previewTab).toBeNull()
})
