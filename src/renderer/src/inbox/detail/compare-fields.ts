import type { FieldReading } from '@shared/lead/field-reading'
import { type LeadFieldKey, leadFields } from '@shared/lead/lead-field'
import type { RecognisedLead } from '@shared/lead/recognise'

/** One documented field of two leads side by side. */
export type ComparedField = {
  readonly field: LeadFieldKey
  readonly left: FieldReading
  readonly right: FieldReading
  readonly differs: boolean
}

/** Every documented field of two leads, in the articles' order. What is no lead has no fields. */
export function compareFields(left: RecognisedLead | null, right: RecognisedLead | null): readonly ComparedField[] {
  return leadFields.map(({ key }) => {
    const one: FieldReading = left?.readings[key] ?? { state: 'missing' }
    const other: FieldReading = right?.readings[key] ?? { state: 'missing' }
    return { field: key, left: one, right: other, differs: !isSame(one, other) }
  })
}

/** The same value in the same state; where it was sent (the case of its key) is not compared. */
function isSame(one: FieldReading, other: FieldReading): boolean {
  if (one.state !== other.state) return false
  const jsonOf = (reading: FieldReading) => ('value' in reading ? JSON.stringify(reading.value) : '')
  return jsonOf(one) === jsonOf(other)
}
