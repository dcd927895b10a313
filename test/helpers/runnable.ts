import type { InheritedContext } from '@shared/collection/node-content'
import type { Check } from '@shared/request/check'
import { newRequest, type RequestTemplate } from '@shared/request/request-template'
import type { RunnableRequest } from '../../src/engine/runner/runnable-request'

const noContext: InheritedContext = { auth: { type: 'none' }, authFrom: null, scopes: [] }

/** A request to run: a GET without anything else, changed as the test needs. */
export function runnable(
  url: string,
  changes: {
    readonly name?: string
    readonly request?: Partial<RequestTemplate>
    readonly checks?: readonly Check[]
    readonly context?: Partial<InheritedContext>
  } = {},
): RunnableRequest {
  return {
    nodeId: null,
    name: changes.name ?? 'Request',
    folderPath: 'Folder',
    request: { ...newRequest, method: 'GET', url, body: { type: 'none' }, ...changes.request },
    checks: changes.checks ?? [],
    context: { ...noContext, ...changes.context },
  }
}

export function variable(name: string, value: string, secret = false) {
  return { name, value, enabled: true, secret, description: '' }
}
