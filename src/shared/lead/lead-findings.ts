import { knownActionCode } from './action-code'
import { isEmailAddress } from './email-address'
import type { FieldReading } from './field-reading'
import type { Finding, FindingCode } from './finding'
import { toJsonPointer } from './json-pointer'
import { documentedPath, type LeadFieldKey, leadFields } from './lead-field'
import { knownLeadSource, type LeadSourceParts } from './lead-source'
import type { LeadKeys } from './read-lead-keys'

/** Fields that real leads often lack: worth a quiet note, not a warning. */
const oftenAbsent: ReadonlySet<LeadFieldKey> = new Set(['phone', 'country', 'company', 'title', 'description'])

/** More than this many undocumented keys say nothing new. */
const undocumentedFindings = 50

const personFields: ReadonlySet<LeadFieldKey> = new Set(
  leadFields.filter(({ path }) => path.length === 2).map(({ key }) => key),
)

/** What is worth knowing about a lead's keys and values, in the order of the documented fields. */
export function fieldFindings(
  keys: LeadKeys,
  texts: Readonly<Record<LeadFieldKey, string>>,
  source: LeadSourceParts,
  root: readonly string[],
): readonly Finding[] {
  const findings: Finding[] = []
  addUserDetails(findings, keys, root)
  for (const odd of keys.oddKeys) {
    findings.push({
      severity: 'warning',
      code: odd.kind === 'duplicate' ? 'duplicate-key' : 'key-case-differs',
      pointer: toJsonPointer(odd.sentPath),
      ...(odd.field === null ? {} : { field: odd.field }),
      params: { sent: odd.sentPath[odd.sentPath.length - 1] ?? '', documented: odd.documented },
    })
  }
  for (const { key } of leadFields) {
    const reading = keys.readings[key]
    if (reading.state === 'present') addValue(findings, key, reading, texts, source)
    else if (reading.state !== 'missing') addUnusable(findings, key, reading)
    else addMissing(findings, key, keys, root)
  }
  for (const other of keys.otherFields.slice(0, undocumentedFindings)) {
    const isUserDetails = keys.userDetails.state === 'not-object' && other.sentPath === keys.userDetails.sentPath
    if (isUserDetails) continue
    findings.push({
      severity: 'info',
      code: 'field-undocumented',
      pointer: toJsonPointer(other.sentPath),
      params: { name: other.sentPath[other.sentPath.length - 1] ?? '' },
    })
  }
  return findings
}

function addUserDetails(findings: Finding[], { userDetails }: LeadKeys, root: readonly string[]): void {
  if (userDetails.state === 'object') return
  findings.push({
    severity: 'warning',
    code: userDetails.state === 'not-object' ? 'user-details-as-text' : 'user-details-missing',
    pointer: toJsonPointer(userDetails.state === 'missing' ? root : userDetails.sentPath),
  })
}

function addMissing(findings: Finding[], key: LeadFieldKey, keys: LeadKeys, root: readonly string[]): void {
  // Without UserDetails every field of it is missing, which one finding says better than seven. Leads had no
  // Description until 2020, so its absence is a shape and no fault.
  if (key === 'description' || (personFields.has(key) && keys.userDetails.state !== 'object')) return
  const path = documentedPath(key)
  findings.push({
    severity: oftenAbsent.has(key) ? 'info' : 'warning',
    code: 'field-missing',
    // There is nothing to point at: the object that lacks it is named.
    pointer: toJsonPointer(
      personFields.has(key) && keys.userDetails.state === 'object' ? keys.userDetails.sentPath : root,
    ),
    field: key,
    params: { name: path[path.length - 1] ?? '' },
  })
}

function addUnusable(
  findings: Finding[],
  key: LeadFieldKey,
  reading: Extract<FieldReading, { readonly state: 'not-text' | 'blank' | 'null' }>,
): void {
  const code: FindingCode =
    reading.state === 'blank' ? 'field-blank' : reading.state === 'null' ? 'field-null' : 'field-not-text'
  findings.push({
    severity: reading.state === 'blank' && oftenAbsent.has(key) ? 'info' : 'warning',
    code,
    pointer: toJsonPointer(reading.sentPath),
    field: key,
    params: { name: reading.sentPath[reading.sentPath.length - 1] ?? '' },
  })
}

function addValue(
  findings: Finding[],
  key: LeadFieldKey,
  reading: Extract<FieldReading, { readonly state: 'present' }>,
  texts: Readonly<Record<LeadFieldKey, string>>,
  source: LeadSourceParts,
): void {
  if (key === 'email') {
    if (isEmailAddress(texts.email.trim())) return
    add(findings, 'warning', 'email-not-valid', key, reading, {})
  } else if (key === 'actionCode') {
    const known = knownActionCode(texts.actionCode)
    if (known === null) add(findings, 'info', 'action-code-unknown', key, reading, { value: texts.actionCode })
    else if (known === 'DNC') add(findings, 'warning', 'do-not-contact', key, reading, {})
  } else if (key === 'leadSource' && knownLeadSource(source.source) === null) {
    add(findings, 'info', 'lead-source-unknown', key, reading, { value: source.source })
  }
}

function add(
  findings: Finding[],
  severity: Finding['severity'],
  code: FindingCode,
  field: LeadFieldKey,
  reading: Extract<FieldReading, { readonly state: 'present' }>,
  params: NonNullable<Finding['params']>,
): void {
  findings.push({ severity, code, pointer: toJsonPointer(reading.sentPath), field, params })
}
