import { expect, test } from 'vitest'
import { autostartEntry } from '../../../src/main/autostart-entry'

test('quotes the command as the specification wants it', () => {
  const exec = autostartEntry('Lead Inspector', ['/opt/Lead Inspector/a', '100%', 'a"$b']).split('\n')[3]
  expect(exec).toBe('Exec="/opt/Lead Inspector/a" "100%%" "a\\\\"\\\\$b"')
})
