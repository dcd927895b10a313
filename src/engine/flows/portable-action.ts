import type { FlowAction } from '@shared/flow/action'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { isSecretName } from '@shared/http/secret-name'

/** A step for another place, where its connection is not known: a rehearsal. */
export function withoutConnection(action: FlowAction): FlowAction {
  return mapActions(action, (step) => ('connectionId' in step ? { ...step, connectionId: null } : step))
}

/** A step without the credentials that are written into its headers and its address. */
export function withoutSecrets(action: FlowAction): FlowAction {
  return mapActions(action, (step) => {
    if (step.type !== 'http') return step
    const headers = step.headers.map(({ name, value }) => ({ name, value: isSecretName(name) ? '' : value }))
    return { ...step, headers, url: maskUrlSecrets(step.url, '') }
  })
}

/** A step from another place: the leave to call private addresses is only the user's to give. */
export function withoutLeave(action: FlowAction): FlowAction {
  return mapActions(action, (step) => (step.type === 'http' ? { ...step, allowPrivate: false } : step))
}

type BranchAction = Exclude<FlowAction, { readonly type: 'condition' }>

function mapActions(action: FlowAction, change: (step: BranchAction) => BranchAction): FlowAction {
  if (action.type !== 'condition') return change(action)
  return { ...action, ifTrue: action.ifTrue.map(change), ifFalse: action.ifFalse.map(change) }
}
