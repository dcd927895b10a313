import { assertNever } from '@shared/assert-never'
import type { FlowAction } from '@shared/flow/action'
import { freeName } from '@shared/flow/action-tree'
import { defaultColumns } from '@shared/flow/default-columns'

export const actionTypes = [
  'create-record',
  'send-email',
  'http',
  'response',
  'condition',
] as const satisfies readonly FlowAction['type'][]

/**
 * A step as it begins: rehearsed where it reaches something, with the documented lead's fields filled in.
 * @param name the action's name, translated; a number follows where another step has it
 * @param texts of a new mail, translated
 */
export function newAction(
  type: FlowAction['type'],
  name: string,
  actions: readonly FlowAction[],
  texts: { readonly subject: string; readonly body: string },
): FlowAction {
  const common = { id: crypto.randomUUID(), name: freeName(actions, name), runAfter: ['Succeeded' as const] }
  switch (type) {
    case 'create-record':
      return { ...common, type, system: 'dataverse', connectionId: null, columns: defaultColumns.dataverse }
    case 'send-email':
      return { ...common, type, connectionId: null, to: '', cc: '', bcc: '', importance: 'normal', ...texts }
    case 'http':
      return {
        ...common,
        type,
        method: 'POST',
        url: '',
        headers: [{ name: 'Content-Type', value: 'application/json' }],
        body: '@{triggerBody()}',
        allowPrivate: false,
        timeoutSeconds: 100,
      }
    case 'response':
      return { ...common, type, status: 200, headers: [], body: '', delaySeconds: 0, trial: 'answer' }
    case 'condition':
      return {
        ...common,
        type,
        left: "@{triggerBody()?['ActionCode']}",
        operator: 'equals',
        right: 'INS',
        ifTrue: [],
        ifFalse: [],
      }
    default:
      return assertNever(type)
  }
}

/** A copy with ids and names of its own, also of a condition's branches. */
export function copyAction(action: FlowAction, actions: readonly FlowAction[]): FlowAction {
  const copy = { ...action, id: crypto.randomUUID(), name: freeName(actions, action.name) }
  if (copy.type !== 'condition') return copy
  const known: FlowAction[] = [...actions, copy]
  const branch = <Step extends FlowAction>(steps: readonly Step[]): readonly Step[] =>
    steps.map((step) => {
      const copied = { ...step, id: crypto.randomUUID(), name: freeName(known, step.name) }
      known.push(copied)
      return copied
    })
  return { ...copy, ifTrue: branch(copy.ifTrue), ifFalse: branch(copy.ifFalse) }
}
