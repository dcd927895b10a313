import type { CollectionTree, NodeId } from '@shared/collection/tree'

/** Something that can be run. `path` names what is around it, outermost first. */
export type RunTarget = {
  readonly id: NodeId
  readonly kind: 'collection' | 'folder' | 'request'
  readonly name: string
  readonly path: readonly string[]
}

/** What can be run whose name or path holds every word of a text, in the order of the collections. */
export function findTargets(collections: readonly CollectionTree[], text: string, limit: number): readonly RunTarget[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found: RunTarget[] = []
  for (const target of targetsOf(collections)) {
    const whole = [...target.path, target.name].join(' ').toLowerCase()
    if (words.every((word) => whole.includes(word))) found.push(target)
    if (found.length >= limit) break
  }
  return found
}

export function targetOf(collections: readonly CollectionTree[], id: NodeId | null): RunTarget | null {
  if (id === null) return null
  for (const target of targetsOf(collections)) if (target.id === id) return target
  return null
}

function* targetsOf(collections: readonly CollectionTree[]): Generator<RunTarget> {
  for (const collection of collections) {
    if (collection.problem !== null) continue
    yield { id: collection.id, kind: 'collection', name: collection.name, path: [] }
    const paths = new Map<NodeId, readonly string[]>([[collection.id, [collection.name]]])
    for (const { kind, id, parentId, name } of collection.nodes) {
      if (kind === 'example') continue
      const path = paths.get(parentId) ?? [collection.name]
      if (kind === 'folder') paths.set(id, [...path, name])
      yield { id, kind, name, path }
    }
  }
}
