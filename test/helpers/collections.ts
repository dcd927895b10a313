import type { NodeDetail } from '@shared/collection/node-content'
import type { CollectionTree, TreeNode } from '@shared/collection/tree'
import { newRequest } from '@shared/request/request-template'

/** A request of the tree; its id is its name. */
export function aTreeRequest(name: string, parentId: string, url = `http://127.0.0.1/${name}`): TreeNode {
  return { kind: 'request', id: name, parentId, name, method: 'POST', url }
}

export function aTreeFolder(name: string, parentId: string): TreeNode {
  return { kind: 'folder', id: name, parentId, name }
}

export function aTree(name: string, nodes: readonly TreeNode[] = []): CollectionTree {
  return { kind: 'collection', id: name, name, fileName: `${name}.json`, problem: null, nodes }
}

/** Two collections: `Articles` with a folder and four requests, and `Contoso` with one. */
export function someTrees(): readonly CollectionTree[] {
  return [
    aTree('Articles', [
      aTreeFolder('Leads', 'Articles'),
      aTreeRequest('Test lead', 'Leads'),
      { kind: 'example', id: 'Accepted', parentId: 'Test lead', name: 'Accepted', status: 202 },
      aTreeRequest('Broken lead', 'Leads'),
      aTreeRequest('Validate', 'Articles', '{{flowUrl}}'),
      aTreeRequest('Publish', 'Articles'),
    ]),
    aTree('Contoso', [aTreeRequest('Own lead', 'Contoso')]),
  ]
}

/** A saved request as the engine tells it. */
export function aRequestDetail(
  id: string,
  changes: { readonly url?: string; readonly revision?: string; readonly name?: string } = {},
): Extract<NodeDetail, { kind: 'request' }> {
  return {
    kind: 'request',
    id,
    revision: changes.revision ?? 'r1',
    content: {
      name: changes.name ?? id,
      description: '',
      request: { ...newRequest, url: changes.url ?? 'http://127.0.0.1/' },
      checks: [],
      scripts: [],
    },
  }
}
