import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { CollectionTree, NodeId } from '@shared/collection/tree'
import type { Collections } from '@shared/contract/collection-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import { create } from 'zustand'
import { callEngine, onEngineConnected, onEngineEvents } from './bridge'
import { ancestorsOf } from './collection-index'
import { structurallyEqual } from './structurally-equal'

export type CollectionsState = Collections & {
  /** False until the engine has told the collections for the first time. */
  readonly loaded: boolean
  /** Why they could not be read; null while they can. */
  readonly error: AppErrorData | null
}

/** The collections and environments as they are on disk: hydrated once per connection, then changed by events. */
export const useCollections = create<CollectionsState>(() => ({
  folder: '',
  collections: [],
  environments: [],
  secretStorage: 'encrypted',
  loaded: false,
  error: null,
}))

/** Pure: the collections after an event; events of other kinds change nothing. */
export function applyCollectionsEvent<State extends Collections>(state: State, event: EngineEvent): State {
  switch (event.type) {
    case 'collection-changed':
      return { ...state, collections: upsert(state.collections, event.collection) }
    case 'collection-removed':
      return { ...state, collections: state.collections.filter((collection) => collection.id !== event.id) }
    case 'collections-ordered': {
      const place = new Map(event.ids.map((id, index) => [id, index]))
      const last = event.ids.length
      return {
        ...state,
        collections: state.collections.toSorted(
          (one, other) => (place.get(one.id) ?? last) - (place.get(other.id) ?? last),
        ),
      }
    }
    case 'environments-changed':
      return { ...state, environments: event.environments }
    default:
      return state
  }
}

/** Connects the store to the engine; called once at the start of the window. */
export function followCollections(): void {
  onEngineConnected(() => void readCollections())
  // Another program can have changed the files, and not every system tells of it.
  window.addEventListener('focus', () => void readCollections())
  onEngineEvents((events) => useCollections.setState((state) => events.reduce(applyCollectionsEvent, state)))
}

/** Reads everything anew. A failure is kept in the store, to be shown in the place of the tree. */
export async function readCollections(): Promise<void> {
  try {
    takeCollections(await callEngine('collections.get', {}))
  } catch (error) {
    const data = toErrorData(error)
    // A stopped engine is followed by a new connection, which reads again.
    if (data.code !== 'engine-stopped') useCollections.setState({ error: data })
  }
}

/** Shows what the engine has told of all; a collection that says the same as before stays the same object. */
export function takeCollections(read: Collections): void {
  useCollections.setState((before) => ({
    ...read,
    collections: read.collections.map(
      (collection) => before.collections.find((known) => structurallyEqual(known, collection)) ?? collection,
    ),
    loaded: true,
    error: null,
  }))
}

/** Waits until the collections were read for the first time, or could not be. */
export function collectionsRead(): Promise<void> {
  return new Promise((resolve) => {
    const isRead = ({ loaded, error }: CollectionsState) => loaded || error !== null
    if (isRead(useCollections.getState())) return resolve()
    const stop = useCollections.subscribe((state) => {
      if (!isRead(state)) return
      stop()
      resolve()
    })
  })
}

function upsert(collections: readonly CollectionTree[], changed: CollectionTree): readonly CollectionTree[] {
  const at = collections.findIndex((collection) => collection.id === changed.id)
  return at < 0 ? [...collections, changed] : collections.with(at, changed)
}

/** Where a node stands, as `Collection / Folder`; '' for a collection. */
export function placeOf(nodeId: NodeId): string {
  return ancestorsOf(useCollections.getState().collections, nodeId)
    .map((node) => node.name)
    .join(' / ')
}
