import type { EngineToShell } from '@shared/contract/engine-process-wire'
import { expect, test } from 'vitest'
import { receiverPrinter } from '../../../src/main/receiver-output'

const listening = {
  state: 'listening',
  port: 5323,
  addresses: ['127.0.0.1'],
  httpsPort: null,
  httpsError: null,
} as const

function printed(messages: readonly EngineToShell[]): readonly string[] {
  const lines: string[] = []
  const print = receiverPrinter((line) => lines.push(line))
  for (const message of messages) print(message)
  return lines
}

test('prints the flow URL once, and again when it changes', () => {
  expect(
    printed([
      { kind: 'ready', receiver: listening, flowUrl: 'http://one' },
      { kind: 'receiver', receiver: listening, flowUrl: 'http://one' },
      { kind: 'receiver', receiver: { state: 'stopped' }, flowUrl: '' },
      { kind: 'receiver', receiver: listening, flowUrl: 'http://two' },
    ]),
  ).toEqual(['Flow URL: http://one', 'Flow URL: http://two'])
})

test('says in plain words why nothing listens', () => {
  const [inUse] = printed([
    { kind: 'ready', receiver: { state: 'port-in-use', port: 5323, freePort: 5325 }, flowUrl: '' },
  ])
  expect(inUse).toContain('port 5323 is in use')
  const [refused] = printed([{ kind: 'refused', error: { code: 'database-newer', params: {} } }])
  expect(refused).toContain('a newer version')
  const [other] = printed([{ kind: 'refused', error: { code: 'storage-failed', params: {} } }])
  expect(other).toContain('storage-failed')
})
