import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionTree, NodeId, TreeNode } from '@shared/collection/tree'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { JsonObject } from '@shared/json-value'
import { onTestFinished } from 'vitest'
import type { CollectionStore } from '../../src/engine/collections/collection-store'
import { createCollectionStore } from '../../src/engine/collections/create-collection-store'
import { createEnvironmentStore, type EnvironmentStore } from '../../src/engine/environments/environment-store'
import { createSecretBox } from '../../src/engine/secrets/secret-box'
import { createSecretStore, type SecretStore } from '../../src/engine/secrets/secret-store'
import type { Storage } from '../../src/engine/storage/open-storage'
import { openTestStorage } from './open-test-storage'
import { tempFolder } from './temp-folder'

/** The key that the shell would keep in the keyring. */
const testKey = new Uint8Array(32).fill(7)

export type TestCollections = {
  readonly store: CollectionStore
  readonly environments: EnvironmentStore
  readonly secrets: SecretStore
  readonly storage: Storage
  readonly folder: string
  readonly trashFolder: string
  readonly events: readonly EngineEvent[]
  /** Resolves with the next event, from now on, that the test accepts. */
  readonly nextEvent: (accept: (event: EngineEvent) => boolean) => Promise<EngineEvent>
  readonly read: (fileName: string) => string
  readonly readJson: (fileName: string) => JsonObject
  readonly write: (fileName: string, content: string | JsonObject) => void
}

/** The stores over a real folder and a real database, closed when the test ends. */
export function openTestCollections(
  options: { readonly dataFolder?: string; readonly folder?: string; readonly key?: Uint8Array | null } = {},
): TestCollections {
  const dataFolder = options.dataFolder ?? tempFolder()
  const folder = options.folder ?? join(dataFolder, 'collections')
  const trashFolder = join(dataFolder, 'trash')
  const storage = openTestStorage(dataFolder)
  const secrets = createSecretStore(createSecretBox(options.key === undefined ? testKey : options.key), storage.secrets)
  const events: EngineEvent[] = []
  const listeners = new Set<(event: EngineEvent) => void>()
  const publish = (event: EngineEvent): void => {
    events.push(event)
    for (const listener of listeners) listener(event)
  }
  const store = createCollectionStore({ folder, trashFolder, secrets, state: storage.composerState, publish })
  const environments = createEnvironmentStore({ folder, trashFolder, secrets, publish })
  onTestFinished(async () => {
    await store.close()
    await environments.close()
  })
  return {
    store,
    environments,
    secrets,
    storage,
    folder,
    trashFolder,
    events,
    nextEvent: (accept) =>
      new Promise((resolve) => {
        const listener = (event: EngineEvent): void => {
          if (!accept(event)) return
          listeners.delete(listener)
          resolve(event)
        }
        listeners.add(listener)
      }),
    read: (fileName) => readFileSync(join(store.folder(), fileName), 'utf8'),
    readJson: (fileName) => JSON.parse(readFileSync(join(store.folder(), fileName), 'utf8')),
    write: (fileName, content) =>
      writeFileSync(
        join(store.folder(), fileName),
        typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
      ),
  }
}

/** A v2.1 document. */
export function aDocument(name: string, item: readonly JsonObject[], rest: JsonObject = {}): JsonObject {
  return {
    info: {
      _postman_id: `${name}-id`,
      name,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item,
    ...rest,
  }
}

export function aRequestItem(name: string, rest: JsonObject = {}): JsonObject {
  return { name, request: { method: 'POST', header: [], url: 'https://contoso.com/leads?a=1' }, response: [], ...rest }
}

export function aFolderItem(name: string, item: readonly JsonObject[], rest: JsonObject = {}): JsonObject {
  return { name, item, ...rest }
}

/** The only collection. */
export function onlyTree(store: CollectionStore): CollectionTree {
  const [tree] = store.trees()
  if (!tree) throw new Error('There is no collection.')
  return tree
}

export function nodeNamed(store: CollectionStore, name: string): TreeNode {
  for (const tree of store.trees()) {
    const node = tree.nodes.find((candidate) => candidate.name === name)
    if (node) return node
  }
  throw new Error(`There is no node "${name}".`)
}

/** The tree as lines, two spaces a level: `- folder`, `request`, `= example`. */
export function outline(tree: CollectionTree): readonly string[] {
  const depths = new Map<NodeId, number>([[tree.id, -1]])
  return tree.nodes.map((node) => {
    const depth = (depths.get(node.parentId) ?? -1) + 1
    depths.set(node.id, depth)
    const mark = node.kind === 'folder' ? '- ' : node.kind === 'example' ? '= ' : ''
    return `${'  '.repeat(depth)}${mark}${node.name}`
  })
}
