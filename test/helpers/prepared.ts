import { defaultRequestSettings, type RequestSettings } from '@shared/request/request-template'
import { onTestFinished } from 'vitest'
import type { PreparedRequest } from '../../src/engine/sender/prepared-request'
import { createSender, type Sender, type SenderOptions } from '../../src/engine/sender/sender'

/** A POST of a little JSON, changed as the test says. */
export function prepared(
  url: string,
  changes: Partial<Omit<PreparedRequest, 'url' | 'settings'>> & { readonly settings?: Partial<RequestSettings> } = {},
): PreparedRequest {
  return {
    method: 'POST',
    url,
    headers: [['Content-Type', 'application/json']],
    body: { kind: 'bytes', bytes: Buffer.from('{"a":1}') },
    ...changes,
    settings: { ...defaultRequestSettings, timeoutMs: 20_000, ...changes.settings },
  }
}

/** A sender that may read every file, closed when the test ends. */
export function testSender(options: Partial<SenderOptions> = {}): Sender {
  const sender = createSender({ isApproved: () => true, ...options })
  onTestFinished(() => sender.close())
  return sender
}
