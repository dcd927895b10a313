import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import type { Finding } from '@shared/lead/finding'
import { fromJsonPointer, toJsonPointer } from '@shared/lead/json-pointer'
import { type LeadFieldKey, leadFields } from '@shared/lead/lead-field'
import type { ErrorObject } from 'ajv'
import { requiredWording, triggerWording } from './trigger-wording'

/** More than this many errors say nothing new, and a body can have millions. */
const schemaFindingsLimit = 50

/** Longest wording kept; a body's text can be megabytes. */
const wordingLimit = 1000

/** Errors looked at before the limit is applied: they are merged and sorted first. */
const errorsLookedAt = 2000

/** Ajv's errors as findings with the trigger's wordings, in the order in which the trigger meets them in the body. */
export function schemaFindings(errors: readonly ErrorObject[], body: JsonValue): readonly Finding[] {
  const own = withoutBranches(errors.slice(0, errorsLookedAt))
  const orders: KeyOrders = new Map()
  const placed: { readonly place: readonly number[]; readonly finding: Finding }[] = []
  for (const error of mergeRequired(own)) {
    const message = error.message
    const path = fromJsonPointer(error.pointer)
    const field = fieldAt(path)
    const finding: Finding = {
      severity: 'error',
      code: 'schema-mismatch',
      pointer: error.pointer,
      ...(field === undefined ? {} : { field }),
      message: message.length > wordingLimit ? `${message.slice(0, wordingLimit)}…` : message,
    }
    placed.push({ place: placeOf(path, body, error.atEnd, orders), finding })
  }
  placed.sort((one, other) => comparePlaces(one.place, other.place))
  return placed.slice(0, schemaFindingsLimit).map(({ finding }) => finding)
}

type Worded = { readonly pointer: string; readonly message: string; readonly atEnd: boolean }

/** Keywords whose error the trigger raises when the object or array ends. */
const raisedAtEnd: ReadonlySet<string> = new Set([
  'required',
  'minProperties',
  'maxProperties',
  'minItems',
  'maxItems',
  'contains',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'enum',
  'const',
])

function mergeRequired(errors: readonly ErrorObject[]): readonly Worded[] {
  const worded: Worded[] = []
  const required = new Map<string, string[]>()
  for (const error of errors) {
    if (error.keyword === 'required') {
      const place = `${error.instancePath}\n${error.schemaPath}`
      const names = required.get(place)
      if (names) names.push(String(error.params.missingProperty))
      else required.set(place, [String(error.params.missingProperty)])
      continue
    }
    const message = triggerWording(error)
    if (message === null) continue
    const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty
    const pointer = error.instancePath + (typeof extra === 'string' ? toJsonPointer([extra]) : '')
    worded.push({ pointer, message, atEnd: raisedAtEnd.has(error.keyword) })
  }
  for (const [place, names] of required) {
    worded.push({ pointer: place.slice(0, place.indexOf('\n')), message: requiredWording(names), atEnd: true })
  }
  return worded
}

/**
 * Drops the errors of the branches of anyOf, oneOf and if: Ajv lists them beside the error of the keyword, the trigger
 * only that one. allOf is the other way round: the trigger names only the branches that failed.
 */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const parents = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'if')
  const own = errors.filter(
    (error) =>
      !parents.some(
        (parent) =>
          parent !== error &&
          error.instancePath.startsWith(parent.instancePath) &&
          (error.schemaPath.startsWith(`${parent.schemaPath}/`) ||
            (parent.keyword === 'if' && /\/(then|else)\//.test(error.schemaPath))),
      ),
  )
  return own.some(({ schemaPath }) => schemaPath.includes('/allOf/')) ? withAllOf(own) : own
}

function withAllOf(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const groups = new Map<
    string,
    { readonly first: ErrorObject; readonly path: string; readonly indexes: Set<string> }
  >()
  const others: ErrorObject[] = []
  for (const error of errors) {
    const match = /^(.*?\/allOf)\/(\d+)\//.exec(error.schemaPath)
    const path = match?.[1]
    if (path === undefined) {
      others.push(error)
      continue
    }
    const group = groups.get(path)
    if (group) group.indexes.add(match?.[2] ?? '')
    else groups.set(path, { first: error, path, indexes: new Set([match?.[2] ?? '']) })
  }
  for (const { first, path, indexes } of groups.values()) {
    const depth = propertyDepth(path)
    const pointer = toJsonPointer(fromJsonPointer(first.instancePath).slice(0, depth))
    const list = [...indexes].sort((one, other) => Number(one) - Number(other)).join(', ')
    const message = `JSON does not match all schemas from 'allOf'. Invalid schema indexes: ${list}.`
    others.push({ ...first, keyword: 'allOf', instancePath: pointer, schemaPath: path, message, params: {} })
  }
  return others
}

/** How many steps into the body a path through a schema makes: one for each property or item. */
function propertyDepth(schemaPath: string): number {
  let depth = 0
  const parts = schemaPath.split('/')
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (part === 'properties' || part === 'patternProperties') {
      depth++
      index++
    } else if (part === 'items' || part === 'additionalProperties') depth++
  }
  return depth
}

/** Each object's keys with their places, worked out once: an object may have a million of them, and as many errors. */
type KeyOrders = Map<JsonObject, ReadonlyMap<string, number>>

function placeOfKey(object: JsonObject, key: string, orders: KeyOrders): number {
  let order = orders.get(object)
  if (!order) {
    order = new Map(Object.keys(object).map((name, place) => [name, place]))
    orders.set(object, order)
  }
  return order.get(key) ?? -1
}

/** Where in the body, by the order of keys; what is raised at an end comes after all that is within. */
function placeOf(path: readonly string[], body: JsonValue, atEnd: boolean, orders: KeyOrders): readonly number[] {
  const place: number[] = []
  let value: JsonValue | undefined = body
  for (const part of path) {
    if (isJsonObject(value)) {
      place.push(placeOfKey(value, part, orders))
      value = value[part]
    } else if (Array.isArray(value)) {
      place.push(Number(part))
      value = value[Number(part)]
    }
  }
  return atEnd ? [...place, Number.POSITIVE_INFINITY] : place
}

function comparePlaces(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const a = one[index] ?? -1
    const b = other[index] ?? -1
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}

/** The documented field at a path, its keys in any case. */
function fieldAt(path: readonly string[]): LeadFieldKey | undefined {
  const lower = path.map((part) => part.toLowerCase())
  return leadFields.find(
    (field) =>
      field.path.length === lower.length && field.path.every((part, index) => part.toLowerCase() === lower[index]),
  )?.key
}
