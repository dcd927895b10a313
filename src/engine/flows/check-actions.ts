import texts from '@resources/locales/en/run.json'
import { AppError } from '@shared/app-error'
import type { ConnectionSettings } from '@shared/connection/connection'
import type { FlowAction, ResponseAction } from '@shared/flow/action'
import { mayAnswerWith } from '../receiver/response-answer'
import { findAddressFault } from './fixed-host'
import { withBranches } from './flow-plan'

type Fault = keyof typeof texts.check

/**
 * Refuses steps that could not run as they are.
 * @param kindOf the kind of a connection, null where there is none of that id
 * @throws AppError `action-not-valid` {name, detail}
 */
export function checkActions(
  actions: readonly FlowAction[],
  kindOf: (connectionId: string) => ConnectionSettings['kind'] | null,
): void {
  const names = new Set<string>()
  const ids = new Set<string>()
  for (const action of actions.flatMap(withBranches)) {
    const name = action.name.toLowerCase()
    if (names.has(name)) refuse(action, 'name-twice')
    if (ids.has(action.id)) refuse(action, 'id-twice')
    names.add(name)
    ids.add(action.id)
    const fault = findFault(action, kindOf)
    if (fault !== null) refuse(action, fault)
  }
  checkResponses(actions)
}

function findFault(
  action: FlowAction,
  kindOf: (connectionId: string) => ConnectionSettings['kind'] | null,
): Fault | null {
  switch (action.type) {
    case 'send-email':
      return action.connectionId === null || kindOf(action.connectionId) === 'smtp' ? null : 'connection-other'
    case 'create-record':
      if (new Set(action.columns.map(({ name }) => name)).size < action.columns.length) return 'column-twice'
      return action.connectionId === null || kindOf(action.connectionId) === action.system ? null : 'connection-other'
    case 'http':
      if (action.headers.some(({ name }) => !maySend(name))) return 'header-not-valid'
      return findAddressFault(action.url)
    case 'response':
      // "any 2xx, 4xx, 5xx; never 3xx" (facts: "What the trigger answers").
      if (action.status >= 300 && action.status < 400) return 'status-redirect'
      return action.headers.every(({ name }) => mayAnswerWith(name)) ? null : 'header-not-valid'
    case 'condition':
      return null
  }
}

/** A lead must meet one Response at most: none in a branch where one follows or comes before the condition. */
function checkResponses(actions: readonly FlowAction[]): void {
  let before: ResponseAction | null = null
  for (const action of actions) {
    const found =
      action.type === 'condition' ? [onlyResponse(action.ifTrue), onlyResponse(action.ifFalse)] : [asResponse(action)]
    for (const response of found) if (response !== null && before !== null) refuse(response, 'response-twice')
    before = found.find((response) => response !== null) ?? before
  }
}

function onlyResponse(branch: readonly FlowAction[]): ResponseAction | null {
  const [first, second] = branch.map(asResponse).filter((response) => response !== null)
  if (second !== undefined) refuse(second, 'response-twice')
  return first ?? null
}

function asResponse(action: FlowAction): ResponseAction | null {
  return action.type === 'response' ? action : null
}

/** `Host` would go to another place than the address says. */
function maySend(name: string): boolean {
  return mayAnswerWith(name) && name.toLowerCase() !== 'host'
}

function refuse({ name }: FlowAction, fault: Fault): never {
  throw new AppError('action-not-valid', { name, detail: texts.check[fault] })
}
