import type {
  ConditionAction,
  CreateRecordAction,
  HttpAction,
  ResponseAction,
  SendEmailAction,
} from '@shared/flow/action'
import { defaultColumns } from '@shared/flow/default-columns'

/** A token of a lead's `UserDetails`. */
export const user = (name: string): string => `@{triggerBody()?['UserDetails']?['${name}']}`

export function mailAction(changes: Partial<SendEmailAction> = {}): SendEmailAction {
  return {
    type: 'send-email',
    id: 'mail',
    name: 'Send an email',
    runAfter: ['Succeeded'],
    connectionId: null,
    to: 'sales@contoso.com; desk@contoso.com',
    cc: '',
    bcc: '',
    subject: `Lead from ${user('Company')}`,
    body: `<p>Name: ${user('FirstName')}</p>`,
    importance: 'normal',
    ...changes,
  }
}

export function recordAction(changes: Partial<CreateRecordAction> = {}): CreateRecordAction {
  return {
    type: 'create-record',
    id: 'record',
    name: 'Create a new record',
    runAfter: ['Succeeded'],
    system: 'dataverse',
    connectionId: null,
    columns: defaultColumns.dataverse,
    ...changes,
  }
}

export function responseAction(changes: Partial<ResponseAction> = {}): ResponseAction {
  return {
    type: 'response',
    id: 'response',
    name: 'Response',
    runAfter: ['Succeeded'],
    status: 200,
    headers: [],
    body: '',
    delaySeconds: 0,
    trial: 'answer',
    ...changes,
  }
}

export function httpAction(url: string, changes: Partial<HttpAction> = {}): HttpAction {
  return {
    type: 'http',
    id: 'http',
    name: 'HTTP',
    runAfter: ['Succeeded'],
    method: 'POST',
    url,
    headers: [],
    body: '',
    allowPrivate: true,
    timeoutSeconds: 5,
    ...changes,
  }
}

export function conditionAction(changes: Partial<ConditionAction> = {}): ConditionAction {
  return {
    type: 'condition',
    id: 'condition',
    name: 'Condition',
    runAfter: ['Succeeded'],
    left: user('Country'),
    operator: 'equals',
    right: 'USA',
    ifTrue: [],
    ifFalse: [],
    ...changes,
  }
}
