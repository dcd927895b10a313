import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { InheritedContext } from '@shared/collection/node-content'
import type { CollectionTree, NodeId } from '@shared/collection/tree'
import type { VariableScope } from '@shared/variables/variable-scope'
import type { Draft } from '@shared/workspace/draft'
import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import { callEngine } from './bridge'
import { collectionOf } from './collection-index'
import { useCollections } from './collections-store'
import { contextNodeId, useComposer } from './composer-store'

type KnownContext = {
  /** The version of the collection that it was read for: another one asks again. */
  readonly collection: CollectionTree
  readonly context: InheritedContext | null
  readonly error: AppErrorData | null
}

const useContexts = create<{ readonly contexts: Readonly<Record<NodeId, KnownContext>> }>(() => ({ contexts: {} }))

/** What a draft has from the folders and the collection around it; null while it is read, and where there is none. */
export function useInherited(draft: Draft): InheritedContext | null {
  return useContextOf(useContextNodeId(draft))
}

/** What holds for requests in (or at) a node; null as above. */
export function useContextOf(nodeId: NodeId | null): InheritedContext | null {
  const collection = useCollections((state) => (nodeId === null ? null : collectionOf(state.collections, nodeId)))
  useEffect(() => {
    if (nodeId !== null && collection !== null) void readContext(nodeId, collection)
  }, [nodeId, collection])
  return useContexts((state) => (nodeId === null ? null : (state.contexts[nodeId]?.context ?? null)))
}

/** The variables that hold for a draft, outermost first: collection, folders, environment. */
export function useVariableScopes(draft: Draft): readonly VariableScope[] {
  const inherited = useInherited(draft)
  const environmentId = useComposer((state) => state.workspace.environmentId)
  const environment = useCollections((state) => state.environments.find(({ id }) => id === environmentId) ?? null)
  return useMemo(() => {
    const around = (inherited?.scopes ?? []).map(
      ({ from, variables }, index): VariableScope => ({ kind: index === 0 ? 'collection' : 'folder', from, variables }),
    )
    if (environment === null) return around
    return [...around, { kind: 'environment', from: environment.name, variables: environment.variables }]
  }, [inherited, environment])
}

function useContextNodeId(draft: Draft): NodeId | null {
  // A node that is deleted or comes back changes the answer.
  useCollections((state) => state.collections)
  return contextNodeId(draft)
}

async function readContext(nodeId: NodeId, collection: CollectionTree): Promise<void> {
  const known = useContexts.getState().contexts[nodeId]
  if (known?.collection === collection) return
  // Noted before the answer: several fields of one request ask at the same time.
  keep(nodeId, { collection, context: known?.context ?? null, error: null })
  const read = await callEngine('node.context', { id: nodeId }).then(
    (context) => ({ context, error: null }),
    (error: unknown) => ({ context: null, error: toErrorData(error) }),
  )
  if (useContexts.getState().contexts[nodeId]?.collection === collection) keep(nodeId, { collection, ...read })
}

function keep(nodeId: NodeId, known: KnownContext): void {
  useContexts.setState(({ contexts }) => ({ contexts: { ...contexts, [nodeId]: known } }))
}
