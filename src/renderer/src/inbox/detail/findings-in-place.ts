import type { Finding, FindingCode } from '@shared/lead/finding'
import { fromJsonPointer, toJsonPointer } from '@shared/lead/json-pointer'
import { type LeadFieldKey, leadFields } from '@shared/lead/lead-field'
import type { RecognisedLead } from '@shared/lead/recognise'

/** Findings by the place on the Lead tab where they are shown; each stands in exactly one. */
export type FindingsInPlace = {
  /** About the request or the lead as a whole. */
  readonly whole: readonly Finding[]
  /** About `UserDetails` itself, over the customer's fields. */
  readonly customer: readonly Finding[]
  readonly fields: Readonly<Partial<Record<LeadFieldKey, readonly Finding[]>>>
  /** By the pointer of the undocumented field. */
  readonly others: ReadonlyMap<string, readonly Finding[]>
}

/** Said by the state of the field itself or by the heading over the undocumented ones. */
const saidByPlace: ReadonlySet<FindingCode> = new Set(['field-undocumented'])

/** Sorts findings to the fields they belong to: by their field, else by their pointer. */
export function placeFindings(findings: readonly Finding[], lead: RecognisedLead): FindingsInPlace {
  const fieldOfPointer = new Map<string, LeadFieldKey>()
  for (const { key } of leadFields) {
    const reading = lead.readings[key]
    if (reading.state !== 'missing') fieldOfPointer.set(toJsonPointer(reading.sentPath), key)
  }
  const otherPointers = lead.otherFields.map(({ sentPath }) => toJsonPointer(sentPath))
  const whole: Finding[] = []
  const customer: Finding[] = []
  const fields: Partial<Record<LeadFieldKey, Finding[]>> = {}
  const others = new Map<string, Finding[]>()
  for (const finding of findings) {
    const field = finding.field ?? fieldOfPointer.get(finding.pointer)
    const other = otherPointers.find((pointer) => isWithin(finding.pointer, pointer))
    if (field) fields[field] = [...(fields[field] ?? []), finding]
    else if (saidByPlace.has(finding.code)) continue
    else if (other !== undefined) others.set(other, [...(others.get(other) ?? []), finding])
    else if (isUserDetails(finding)) customer.push(finding)
    else whole.push(finding)
  }
  return { whole, customer, fields, others }
}

function isWithin(pointer: string, root: string): boolean {
  return pointer === root || pointer.startsWith(`${root}/`)
}

function isUserDetails({ code, pointer }: Finding): boolean {
  if (code === 'user-details-missing' || code === 'user-details-as-text') return true
  return fromJsonPointer(pointer).at(-1)?.toLowerCase() === 'userdetails'
}
