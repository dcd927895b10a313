import type { CollectionTree, NodeId } from '@shared/collection/tree'
import type { GuideFlow } from '@shared/guide/guide-facts'
import { ownFlowId } from '@shared/partner-center/check-connection'
import { resolveText } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'

/**
 * A saved POST request that leads to a flow: with the URL itself, else through variables such as `{{flowUrl}}`.
 * @param scopesOf the variables of a folder or collection, the chosen environment's among them
 */
export function findSavedRequest(
  trees: readonly CollectionTree[],
  scopesOf: (parentId: NodeId) => readonly VariableScope[],
  flowId: string,
): GuideFlow['request'] {
  const known = new Map<NodeId, readonly VariableScope[]>()
  const scopes = (parentId: NodeId): readonly VariableScope[] => {
    const found = known.get(parentId) ?? scopesOf(parentId)
    known.set(parentId, found)
    return found
  }
  const requests = trees.flatMap((tree) =>
    tree.nodes.flatMap((node) =>
      node.kind === 'request' && node.method.toUpperCase() === 'POST'
        ? [{ tree, node, hasVariables: node.url.includes('{{') }]
        : [],
    ),
  )
  const leadsThere = (url: string): boolean => ownFlowId(url, [flowId]) !== null
  const found =
    requests.find(({ node }) => leadsThere(node.url)) ??
    requests.find(
      ({ node, hasVariables }) =>
        hasVariables && leadsThere(resolveText(node.url, scopes(node.parentId), () => null).text),
    )
  if (!found) return null
  const { tree, node } = found
  const folder = tree.nodes.find(({ id }) => id === node.parentId)?.name ?? tree.name
  return { nodeId: node.id, name: node.name, folder }
}
