import { createHash } from 'node:crypto'
import type { RecognisedLead } from '@shared/lead/recognise'

/**
 * 16 bytes over all documented values: equal for two leads with the same content, whatever the case or order of their
 * keys. SHA-256, cut: a sender must not be able to pass one lead off as a duplicate of another.
 */
export function fingerprint(lead: RecognisedLead): Uint8Array {
  const { texts } = lead
  const content = JSON.stringify([
    texts.firstName,
    texts.lastName,
    texts.email,
    texts.phone,
    texts.country,
    texts.company,
    texts.title,
    texts.leadSource,
    texts.actionCode,
    texts.offerTitle,
    texts.description,
  ])
  return new Uint8Array(createHash('sha256').update(content).digest().subarray(0, 16))
}
