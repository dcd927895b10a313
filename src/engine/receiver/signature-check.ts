import { timingSafeEqual } from 'node:crypto'
import type { DiagnosisCode } from '@shared/lead/diagnosis'
import { findDamage } from '@shared/url-doctor/copy-damage'
import type { KnownFlow } from './match-flow'

type Expected = { readonly current: Buffer; readonly previous: readonly Buffer[] }

const expectedByFlow = new WeakMap<KnownFlow, Expected>()

/**
 * Compares the `sig` of a URL with the flow's, in constant time.
 * @param received the value as received, possibly percent-encoded
 * @returns null when it is right, else what is wrong with it
 */
export function checkSignature(
  received: string,
  flow: KnownFlow,
): Extract<DiagnosisCode, 'sig-cut' | 'sig-wrong' | 'sig-old' | 'url-has-quotes' | 'url-has-space'> | null {
  const { current, previous } = expectedSignatures(flow)
  const given = Buffer.from(received.includes('%') ? decoded(received) : received, 'latin1')
  if (equals(given, current)) return null
  const damage = findDamage(received)
  if (damage !== null) return damage
  // Cut anywhere; compared in constant time too, so that a guesser learns nothing from the time it takes.
  if (given.length < current.length && equals(given, current.subarray(0, given.length))) return 'sig-cut'
  return previous.some((old) => equals(given, old)) ? 'sig-old' : 'sig-wrong'
}

function equals(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function expectedSignatures(flow: KnownFlow): Expected {
  const known = expectedByFlow.get(flow)
  if (known !== undefined) return known
  const expected: Expected = {
    current: Buffer.from(flow.signature, 'latin1'),
    previous: flow.previousSignatures.map((signature) => Buffer.from(signature, 'latin1')),
  }
  expectedByFlow.set(flow, expected)
  return expected
}

/** Percent-decoding that leaves broken escapes as they are, because a wrong `sig` must not throw. */
function decoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
