import type { Flow } from '@shared/flow/flow'
import type { HeaderPair } from '@shared/http/header-pair'
import type { Diagnosis, DiagnosisCode } from '@shared/lead/diagnosis'
import { findDamage, hasEscapedAmpersand, mendDamage } from '@shared/url-doctor/copy-damage'
import { parseFlowTarget, withoutOrigin } from './flow-target'
import type { ReceivedRequest } from './received-request'
import type { Refusal } from './refusal'
import { checkSignature } from './signature-check'

/** A flow with the signatures it had before its URL was regenerated, newest first. Replace it, never change it. */
export type KnownFlow = Flow & { readonly previousSignatures: readonly string[] }

export type FlowDirectory = {
  /** @param id in lower case */
  readonly byId: (id: string) => KnownFlow | undefined
  readonly ids: () => readonly string[]
}

export type FlowMatch =
  | { readonly kind: 'matched'; readonly flow: KnownFlow }
  | {
      readonly kind: 'refused'
      /** The flow that was meant, where that is known. */
      readonly flow: KnownFlow | null
      readonly diagnosis: Diagnosis
      /** What the real trigger answers: see `refusalAnswer`. It need not say what the diagnosis says. */
      readonly refusal: Refusal
    }

/**
 * Finds the flow that a request is for and checks it in the order of the real trigger: path, workflow, state,
 * `api-version`, access, method. Pure; on the way of every request, so the good case does little.
 */
export function matchFlow(
  request: Pick<ReceivedRequest, 'target' | 'method' | 'headers'>,
  flows: FlowDirectory,
): FlowMatch {
  const target = parseFlowTarget(request.target)
  if (target === null) return refuseAddress(request.target, flows)
  const flow = flows.byId(target.workflowId)
  if (flow === undefined) return refuseWorkflow(target.workflowId, flows)

  if (flow.state !== 'started') {
    const code = flow.state === 'deleted' ? 'flow-deleted' : 'flow-off'
    return refuse(flow, { case: 'trigger-not-enabled', flow }, code, { state: flow.state, flow: flow.name })
  }
  if (target.apiVersion === null) {
    const code = hasEscapedAmpersand(request.target) ? 'ampersand-escaped' : 'api-version-missing'
    return refuse(flow, { case: 'api-version-missing' }, code)
  }
  // A tenant-only flow has no `sig`; a token for it cannot be checked here, so every request without an account of
  // the tenant (all that Partner Center sends) is refused as the real one refuses it.
  if (flow.triggeredBy === 'tenant') return refuse(flow, { case: 'tenant-only' }, 'tenant-only', { flow: flow.name })
  if (target.signature === null) {
    const code = hasEscapedAmpersand(request.target) ? 'ampersand-escaped' : 'sig-missing'
    return refuse(flow, { case: 'sig-missing' }, code)
  }
  if (hasAuthorization(request.headers)) return refuse(flow, { case: 'authorization-clash' }, 'authorization-clash')
  const wrong = checkSignature(target.signature, flow)
  if (wrong !== null) return refuse(flow, { case: 'sig-wrong' }, wrong)
  if (request.method !== flow.method) {
    const methods = { expected: flow.method, actual: request.method }
    return refuse(flow, { case: 'method-not-valid', ...methods }, 'method-not-allowed', methods)
  }
  return { kind: 'matched', flow }
}

function refuse(
  flow: KnownFlow | null,
  refusal: Refusal,
  code: DiagnosisCode,
  params: Diagnosis['params'] = {},
): FlowMatch {
  return { kind: 'refused', flow, diagnosis: { code, params }, refusal }
}

/** The path is not that of a trigger: a damaged flow URL, or no flow URL at all. */
function refuseAddress(target: string, flows: FlowDirectory): FlowMatch {
  const refusal: Refusal = { case: 'not-a-flow-url' }
  const path = withoutOrigin(target).split('?', 1)[0] ?? ''
  if (!/workflows/i.test(path)) return refuse(null, refusal, 'not-a-flow-url')
  const mended = mendDamage(path)
  const workflowId = /\/workflows\/([0-9a-f]*)/i.exec(mended)?.[1]?.toLowerCase() ?? ''
  const flow = flows.byId(workflowId) ?? null
  const damage = findDamage(path) ?? (path.includes('//') ? 'double-slash' : null)
  if (damage !== null) return refuse(flow, refusal, damage)
  // `/workflows/8f3c` and nothing behind it: the copy ended inside the id.
  const idIsLast = mended.toLowerCase().endsWith(`/workflows/${workflowId}`)
  return refuse(flow, refusal, flow === null && idIsLast ? 'workflow-id-cut' : 'not-a-flow-url')
}

/** The path is right but no flow has this id. */
function refuseWorkflow(workflowId: string, flows: FlowDirectory): FlowMatch {
  const shown = workflowId.slice(0, 64)
  const refusal: Refusal = { case: 'workflow-not-found', workflowId: shown }
  const damage = findDamage(workflowId)
  if (damage !== null) return refuse(flows.byId(mendDamage(workflowId)) ?? null, refusal, damage)
  if (!/^[0-9a-f]{1,31}$/.test(workflowId)) return refuse(null, refusal, 'workflow-unknown', { workflowId: shown })
  const meant = flows.ids().filter((id) => id.startsWith(workflowId) || id.endsWith(workflowId))
  const only = meant.length === 1 ? meant[0] : undefined
  return refuse(only === undefined ? null : (flows.byId(only) ?? null), refusal, 'workflow-id-cut', {
    workflowId: shown,
  })
}

function hasAuthorization(headers: readonly HeaderPair[]): boolean {
  for (const [name, value] of headers) {
    // The length first: it spares every other header the change of case.
    if (name.length === 13 && value !== '' && name.toLowerCase() === 'authorization') return true
  }
  return false
}
