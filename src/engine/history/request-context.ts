import { AppError } from '@shared/app-error'
import type { InheritedContext } from '@shared/collection/node-content'
import type { NodeId } from '@shared/collection/tree'
import type { Environment } from '@shared/environment/environment'
import type { Auth } from '@shared/request/request-template'
import type { VariableScope } from '@shared/variables/variable-scope'

/** Where a request stands: what it has from around it. Both throw `node-not-found`. */
export type Surroundings = {
  readonly context: (nodeId: NodeId) => InheritedContext
  readonly environment: (id: string) => Environment
}

export type RequestContext = {
  /** Later scopes win: collection, folders, environment. */
  readonly scopes: readonly VariableScope[]
  /** Of the nearest folder or collection that has one. */
  readonly auth: Auth
  readonly environmentName: string | null
}

/**
 * What names and values variables have for a request. A node or environment that was deleted gives nothing: an open tab
 * can still be sent, and variables that lost their value with it are named before it goes out.
 */
export function requestContext(
  { context, environment }: Surroundings,
  nodeId: NodeId | null,
  environmentId: string | null,
): RequestContext {
  const inherited = nodeId === null ? null : orNull(() => context(nodeId))
  const chosen = environmentId === null ? null : orNull(() => environment(environmentId))
  const containers = (inherited?.scopes ?? []).map(
    ({ from, variables }, at): VariableScope => ({ kind: at === 0 ? 'collection' : 'folder', from, variables }),
  )
  return {
    scopes:
      chosen === null
        ? containers
        : [...containers, { kind: 'environment', from: chosen.name, variables: chosen.variables }],
    auth: inherited?.auth ?? { type: 'none' },
    environmentName: chosen?.name ?? null,
  }
}

function orNull<Found>(find: () => Found): Found | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof AppError && error.code === 'node-not-found') return null
    throw error
  }
}
