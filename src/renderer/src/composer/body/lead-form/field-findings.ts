import type { Finding, FindingCode } from '@shared/lead/finding'
import { fromJsonPointer } from '@shared/lead/json-pointer'
import { documentedPath, type LeadFieldKey, leadFields } from '@shared/lead/lead-field'
import type { LeadFormState } from '@shared/lead/lead-form'
import type { PlacedFinding } from '../body-findings'

/** Findings by the place in the form where they are shown. */
export type FormFindings = {
  /** About the lead as a whole, or `UserDetails`. */
  readonly whole: readonly Finding[]
  readonly fields: Readonly<Partial<Record<LeadFieldKey, readonly Finding[]>>>
}

/** Said by the form itself: by the line that counts other fields, or the notices over the fields. */
const saidByForm: ReadonlySet<FindingCode> = new Set([
  'field-undocumented',
  'user-details-missing',
  'user-details-as-text',
  'array-of-leads',
  'json-error',
  'json-too-deep',
])

export function findingsOfForm(form: LeadFormState, findings: readonly PlacedFinding[]): FormFindings {
  const whole: Finding[] = []
  const fields: Partial<Record<LeadFieldKey, Finding[]>> = {}
  for (const { finding } of findings) {
    if (saidByForm.has(finding.code)) continue
    const field = fieldOf(form, finding)
    if (field) fields[field] = [...(fields[field] ?? []), finding]
    else if (finding.code !== 'key-case-differs') whole.push(finding)
  }
  return { whole, fields }
}

/** The field that a finding is about: by its own word, else by where it points. */
export function fieldOf(form: LeadFormState, finding: Finding): LeadFieldKey | null {
  if (finding.field) return finding.field
  const path = fromJsonPointer(finding.pointer).slice(form.root.length)
  const same = (key: LeadFieldKey) => {
    const documented = documentedPath(key)
    return (
      documented.length === path.length &&
      documented.every((part, index) => part.toLowerCase() === path[index]?.toLowerCase())
    )
  }
  return leadFields.find(({ key }) => same(key))?.key ?? null
}
