import type { RunStep } from '@shared/run/run'
import { expect, test } from 'vitest'
import { rehearsalPlace } from '../../../../../src/renderer/src/flows/runs/rehearsed-output'

const mail: RunStep = {
  actionId: 'mail',
  name: 'Send an email',
  type: 'send-email',
  branchOf: null,
  state: { state: 'Succeeded', startedAt: 1, endedAt: 2 },
  attempts: 1,
  inputs: [{ name: 'to', value: 'sales@contoso.com' }],
  outputs: [],
  blankTokens: [],
}

test('what a rehearsed step made is in the outbox or in the CRM list', () => {
  expect(rehearsalPlace(mail)).toBe('outbox')
  expect(rehearsalPlace({ ...mail, type: 'create-record' })).toBe('crm-records')
})

test.each<[string, Partial<RunStep>]>([
  ['was sent over a server', { outputs: [{ name: 'accepted', value: 'sales@contoso.com' }] }],
  ['waits', { state: { state: 'Waiting' } }],
  ['was skipped', { state: { state: 'Skipped' } }],
  ['decides', { type: 'condition' }],
])('a step that %s has put nothing there', (_, changes) => {
  expect(rehearsalPlace({ ...mail, ...changes })).toBeNull()
})
