import type { Flow } from '@shared/flow/flow'
import { buildFlowUrl } from '@shared/flow/flow-url'
import { ownFlowTrouble } from '@shared/partner-center/own-flow-trouble'
import { expect, test } from 'vitest'

const flow: Flow = {
  id: 'a'.repeat(32),
  name: 'Leads',
  state: 'started',
  triggeredBy: 'anyone',
  method: 'POST',
  schemaText: '',
  schemaValidation: false,
  signature: 's'.repeat(43),
  createdAt: 1,
}
const url = buildFlowUrl('http://127.0.0.1:5323', flow)

test.each([
  [{ state: 'deleted' }, 'deleted'],
  [{ state: 'disabled' }, 'off'],
  [{ state: 'suspended' }, 'off'],
  [{ triggeredBy: 'tenant' }, 'tenant'],
  [{ method: 'PUT' }, 'other-method'],
  [{ signature: 't'.repeat(43) }, 'old-signature'],
  [{ name: 'Other' }, null],
] as const)('%j: %s', (changes, trouble) => {
  expect(ownFlowTrouble(url, { ...flow, ...changes })).toBe(trouble)
})

test('a signature that is cut or missing is left to the doctor', () => {
  for (const damaged of [url.slice(0, -5), url.replace(/&sig=.*/, '')]) expect(ownFlowTrouble(damaged, flow)).toBeNull()
})
