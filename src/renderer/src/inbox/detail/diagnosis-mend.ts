import type { Flow } from '@shared/flow/flow'
import type { DiagnosisCode } from '@shared/lead/diagnosis'

/** What a button can do about a diagnosis; the labels are `detail:mend.<name>`. */
export type Mend = 'copy-url' | 'turn-on' | 'let-anyone' | 'raise-limit'

const mends: Readonly<Partial<Record<DiagnosisCode, Mend>>> = {
  'not-a-flow-url': 'copy-url',
  'double-slash': 'copy-url',
  'workflow-unknown': 'copy-url',
  'workflow-id-cut': 'copy-url',
  'ampersand-escaped': 'copy-url',
  'url-has-space': 'copy-url',
  'url-has-quotes': 'copy-url',
  'sig-missing': 'copy-url',
  'sig-cut': 'copy-url',
  'sig-wrong': 'copy-url',
  'sig-old': 'copy-url',
  'api-version-missing': 'copy-url',
  'target-too-long': 'copy-url',
  'tenant-only': 'let-anyone',
  'flow-off': 'turn-on',
  'flow-deleted': 'turn-on',
  'body-too-large': 'raise-limit',
  'inflated-too-large': 'raise-limit',
}

/** The mend for a diagnosis; null where only the sender can do something. */
export function mendOf(code: DiagnosisCode): Mend | null {
  return mends[code] ?? null
}

/** The mend that the flow has had already: there is nothing left to press. null where there is. */
export function mendedBy(mend: Mend | null, flow: Flow | null): 'turn-on' | 'let-anyone' | null {
  if (mend === 'turn-on' && flow?.state === 'started') return mend
  return mend === 'let-anyone' && flow?.triggeredBy === 'anyone' ? mend : null
}
