import { isJsonObject, type JsonObject, type JsonValue } from '../json-value'
import type { FieldReading } from './field-reading'
import type { Finding } from './finding'
import type { LeadFieldKey } from './lead-field'
import { fieldFindings } from './lead-findings'
import { type LeadSourceParts, parseLeadSource } from './lead-source'
import { otherFieldsKept, readLeadKeys } from './read-lead-keys'

/** A key that the documentation does not know, with its value, as sent. */
export type OtherField = { readonly sentPath: readonly string[]; readonly value: JsonValue }

/** A JSON body read as a lead. */
export type RecognisedLead = {
  readonly readings: Readonly<Record<LeadFieldKey, FieldReading>>
  /** The readings as text for lists, search and the database: '' where there is none, JSON for what is not text. */
  readonly texts: Readonly<Record<LeadFieldKey, string>>
  /** The parts of LeadSource; `source` is '' where there is none. */
  readonly source: LeadSourceParts
  /** At most `otherFieldsKept`. */
  readonly otherFields: readonly OtherField[]
  readonly findings: readonly Finding[]
  /** `2018`: without Description, as documented until April 2020. */
  readonly shape: '2018' | '2020'
  /** One of the test leads that Partner Center sends on Validate and on Publish. */
  readonly isTest: boolean
}

/** What names the test leads of Partner Center. Source: the commercial marketplace's lead FAQ. */
const testLeadMark = 'MSFT_TEST_'

/**
 * Reads a JSON body as a lead, keys in any case. Of an array the first lead is read, with a finding.
 * null: the body has none of a lead's fields. Runs for every request: for the documented shape it makes no findings
 * and compares no lower-case keys.
 */
export function recognise(body: JsonValue): RecognisedLead | null {
  if (isJsonObject(body)) return recogniseObject(body, [], [])
  if (!Array.isArray(body)) return null
  for (let index = 0; index < Math.min(body.length, otherFieldsKept); index++) {
    const item: JsonValue | undefined = body[index]
    if (!isJsonObject(item)) continue
    const finding: Finding = {
      severity: 'warning',
      code: 'array-of-leads',
      pointer: '',
      params: { count: body.length },
    }
    const lead = recogniseObject(item, [String(index)], [finding])
    if (lead) return lead
  }
  return null
}

function recogniseObject(body: JsonObject, root: readonly string[], before: readonly Finding[]): RecognisedLead | null {
  const keys = readLeadKeys(body, root)
  if (!keys) return null
  const { readings } = keys
  const texts = {
    firstName: textOf(readings.firstName),
    lastName: textOf(readings.lastName),
    email: textOf(readings.email),
    phone: textOf(readings.phone),
    country: textOf(readings.country),
    company: textOf(readings.company),
    title: textOf(readings.title),
    leadSource: textOf(readings.leadSource),
    actionCode: textOf(readings.actionCode),
    offerTitle: textOf(readings.offerTitle),
    description: textOf(readings.description),
  }
  const shape = readings.description.state === 'missing' ? '2018' : '2020'
  const source = parseLeadSource(texts.leadSource)
  const findings = fieldFindings(keys, texts, source, root)
  return {
    readings,
    texts,
    source,
    otherFields: keys.otherFields,
    findings: before.length === 0 ? findings : [...before, ...findings],
    shape,
    isTest: isTestLead(texts),
  }
}

function textOf(reading: FieldReading): string {
  switch (reading.state) {
    case 'present':
    case 'blank':
      return reading.value
    case 'not-text':
      return typeof reading.value === 'object' ? jsonOf(reading.value) : String(reading.value)
    default:
      return ''
  }
}

function jsonOf(value: JsonValue): string {
  try {
    return JSON.stringify(value)
  } catch {
    // Nested deeper than the stack allows; the receiver's own depth limit keeps such bodies out, other callers have none.
    return ''
  }
}

function isTestLead(texts: Readonly<Record<LeadFieldKey, string>>): boolean {
  return (
    texts.firstName.includes(testLeadMark) ||
    texts.lastName.includes(testLeadMark) ||
    texts.email.includes(testLeadMark) ||
    texts.company.includes(testLeadMark) ||
    texts.title.includes(testLeadMark) ||
    texts.description.includes(testLeadMark) ||
    texts.offerTitle.includes(testLeadMark) ||
    texts.phone.includes(testLeadMark) ||
    texts.country.includes(testLeadMark) ||
    texts.leadSource.includes(testLeadMark) ||
    texts.actionCode.includes(testLeadMark)
  )
}
