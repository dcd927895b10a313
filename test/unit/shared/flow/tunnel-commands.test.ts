import { tunnelCommand, tunnelIds } from '@shared/flow/tunnel-commands'
import { expect, test } from 'vitest'

test.each(tunnelIds)('%s leads to the real port', (id) => {
  expect(tunnelCommand(id, 6001)).toMatch(/\b6001\b/)
})

test('dev tunnels let anonymous senders in', () => {
  expect(tunnelCommand('devtunnel', 5323)).toContain('--allow-anonymous')
})
