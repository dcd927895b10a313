import { isJsonObject, type JsonObject, type JsonValue } from '../json-value'
import type { FieldReading } from './field-reading'
import { documentedPath, type LeadFieldKey, leadFields } from './lead-field'
import type { OtherField } from './recognise'

/** More other fields than this are not listed: they are still in the body. */
export const otherFieldsKept = 200

/** A key that names a documented one in another case, or a second time. */
export type OddKey = {
  readonly kind: 'other-case' | 'duplicate'
  readonly sentPath: readonly string[]
  readonly documented: string
  /** null for `UserDetails` itself. */
  readonly field: LeadFieldKey | null
}

/** The keys of a lead, sorted into documented fields and others; nothing is judged yet. */
export type LeadKeys = {
  readonly readings: Readonly<Record<LeadFieldKey, FieldReading>>
  readonly otherFields: readonly OtherField[]
  readonly oddKeys: readonly OddKey[]
  /** How `UserDetails` came; `sentPath` names its key where it came at all. */
  readonly userDetails:
    | { readonly state: 'object' | 'null' | 'not-object'; readonly sentPath: readonly string[] }
    | { readonly state: 'missing' }
}

type Slot = { readonly key: LeadFieldKey; readonly name: string; readonly path: readonly string[] }

const container = 'UserDetails'
const missing: FieldReading = { state: 'missing' }

const slots: readonly Slot[] = leadFields.map(({ key, path }) => ({
  key,
  name: path[path.length - 1] ?? '',
  path: documentedPath(key),
}))
const personSlots = new Map(slots.filter((slot) => slot.path.length === 2).map((slot) => [slot.name, slot]))
const leadSlots = new Map(slots.filter((slot) => slot.path.length === 1).map((slot) => [slot.name, slot]))
const personSlotsInLowerCase = new Map([...personSlots].map(([name, slot]) => [name.toLowerCase(), slot]))
const leadSlotsInLowerCase = new Map([...leadSlots].map(([name, slot]) => [name.toLowerCase(), slot]))
/** Longer keys are not worth a lower-case copy: none of ours is longer. */
const longestName = 16

type Collected = {
  readings: Record<LeadFieldKey, FieldReading>
  otherFields: OtherField[]
  oddKeys: OddKey[]
}

/** null: the object has none of a lead's fields. */
export function readLeadKeys(body: JsonObject, root: readonly string[]): LeadKeys | null {
  const into: Collected = { readings: noReadings(), otherFields: [], oddKeys: [] }
  let containerKey: string | null = null
  let found = false
  for (const key of Object.keys(body)) {
    if (key === container) {
      // The exact key is the one that a flow reads: it wins over any other case that came before it.
      if (containerKey !== null) addDuplicate(into, [...root, containerKey], container, null)
      containerKey = key
      continue
    }
    if (takeField(into, body, key, root, leadSlots, leadSlotsInLowerCase)) {
      found = true
    } else if (key.length === container.length && key.toLowerCase() === 'userdetails') {
      if (containerKey !== null) addDuplicate(into, [...root, key], container, null)
      else containerKey = key
    } else {
      addOther(into, [...root, key], body[key])
    }
  }
  if (containerKey === null) {
    return found ? { ...into, userDetails: { state: 'missing' } } : null
  }
  const sentPath = root.length === 0 && containerKey === container ? documentedContainer : [...root, containerKey]
  if (containerKey !== container) {
    into.oddKeys.push({ kind: 'other-case', sentPath, documented: container, field: null })
  }
  const person = body[containerKey]
  if (isJsonObject(person)) {
    for (const key of Object.keys(person)) {
      if (!takeField(into, person, key, sentPath, personSlots, personSlotsInLowerCase)) {
        addOther(into, [...sentPath, key], person[key])
      }
    }
    return { ...into, userDetails: { state: 'object', sentPath } }
  }
  // A flow cannot look into it, so neither do we; what was sent is still shown.
  if (person !== null) addOther(into, sentPath, person)
  return { ...into, userDetails: { state: person === null ? 'null' : 'not-object', sentPath } }
}

const documentedContainer: readonly string[] = [container]

function noReadings(): Record<LeadFieldKey, FieldReading> {
  return {
    firstName: missing,
    lastName: missing,
    email: missing,
    phone: missing,
    country: missing,
    company: missing,
    title: missing,
    leadSource: missing,
    actionCode: missing,
    offerTitle: missing,
    description: missing,
  }
}

/** Takes one key as a documented field; false when it is none. */
function takeField(
  into: Collected,
  parent: JsonObject,
  key: string,
  parentPath: readonly string[],
  exact: ReadonlyMap<string, Slot>,
  inLowerCase: ReadonlyMap<string, Slot>,
): boolean {
  const slot = exact.get(key)
  if (slot) {
    const earlier = into.readings[slot.key]
    if (earlier.state !== 'missing') forget(into, slot, earlier.sentPath)
    const documentedParent = parentPath === documentedContainer || parentPath.length === 0
    into.readings[slot.key] = read(parent[key], documentedParent ? slot.path : [...parentPath, key])
    return true
  }
  if (key.length > longestName) return false
  const other = inLowerCase.get(key.toLowerCase())
  if (!other) return false
  const sentPath = [...parentPath, key]
  if (into.readings[other.key].state !== 'missing') {
    addDuplicate(into, sentPath, other.name, other.key)
    return true
  }
  into.readings[other.key] = read(parent[key], sentPath)
  into.oddKeys.push({ kind: 'other-case', sentPath, documented: other.name, field: other.key })
  return true
}

/** The exact key came after one in another case: that one is now the duplicate, and no longer the one that is read. */
function forget(into: Collected, slot: Slot, sentPath: readonly string[]): void {
  into.oddKeys = into.oddKeys.filter((odd) => odd.kind === 'duplicate' || odd.field !== slot.key)
  addDuplicate(into, sentPath, slot.name, slot.key)
}

function read(value: JsonValue | undefined, sentPath: readonly string[]): FieldReading {
  if (typeof value === 'string') {
    return value === '' || value.trim() === ''
      ? { state: 'blank', value, sentPath }
      : { state: 'present', value, sentPath }
  }
  if (value === null || value === undefined) return { state: 'null', sentPath }
  return { state: 'not-text', value, sentPath }
}

function addDuplicate(
  into: Collected,
  sentPath: readonly string[],
  documented: string,
  field: LeadFieldKey | null,
): void {
  if (into.oddKeys.length < otherFieldsKept) into.oddKeys.push({ kind: 'duplicate', sentPath, documented, field })
}

function addOther(into: Collected, sentPath: readonly string[], value: JsonValue | undefined): void {
  if (value !== undefined && into.otherFields.length < otherFieldsKept) into.otherFields.push({ sentPath, value })
}
