import type { ErrorObject } from 'ajv'

/** As Newtonsoft.Json.Schema orders the names of a type list. */
const typeNames = ['String', 'Number', 'Integer', 'Boolean', 'Object', 'Array', 'Null'] as const

/**
 * The trigger's sentence for one error. Power Automate checks with Newtonsoft.Json.Schema, whose sentences these are
 * (its PrimitiveScope, ObjectScope, ArrayScope and conditional scopes). `required` is worded by the caller, which knows
 * all missing names of an object. null: an error that the library does not report by itself.
 */
export function triggerWording(error: ErrorObject): string | null {
  const { keyword, params, data } = error
  const limit = params.limit
  switch (keyword) {
    case 'type':
      return `Invalid type. Expected ${expectedTypes(params.type)} but got ${typeName(data)}.`
    case 'additionalProperties':
      return `Property '${params.additionalProperty}' has not been defined and the schema does not allow additional properties.`
    case 'unevaluatedProperties':
      return `Property '${params.unevaluatedProperty}' has not been successfully evaluated and the schema does not allow unevaluated properties.`
    case 'pattern':
      return `String '${data}' does not match regex pattern '${params.pattern}'.`
    case 'format':
      return `String '${data}' does not validate against format '${params.format}'.`
    case 'minLength':
      return `String '${data}' is less than minimum length of ${limit}.`
    case 'maxLength':
      return `String '${data}' exceeds maximum length of ${limit}.`
    case 'enum':
      return `Value ${JSON.stringify(data)} is not defined in enum.`
    case 'const':
      return `Value ${JSON.stringify(data)} does not match const.`
    case 'minimum':
    case 'exclusiveMinimum':
      return data === limit
        ? `${numberOf(data)} equals minimum value of ${limit} and exclusive minimum is true.`
        : `${numberOf(data)} is less than minimum value of ${limit}.`
    case 'maximum':
    case 'exclusiveMaximum':
      return data === limit
        ? `${numberOf(data)} equals maximum value of ${limit} and exclusive maximum is true.`
        : `${numberOf(data)} exceeds maximum value of ${limit}.`
    case 'multipleOf':
      return `${numberOf(data)} is not a multiple of ${params.multipleOf}.`
    case 'minItems':
      return `Array item count ${sizeOf(data)} is less than minimum count of ${limit}.`
    case 'maxItems':
      return `Array item count ${sizeOf(data)} exceeds maximum count of ${limit}.`
    case 'minProperties':
      return `Object property count ${sizeOf(data)} is less than minimum count of ${limit}.`
    case 'maxProperties':
      return `Object property count ${sizeOf(data)} exceeds maximum count of ${limit}.`
    case 'additionalItems':
    case 'items':
      return `Index ${Number(limit) + 1} has not been defined and the schema does not allow additional items.`
    case 'uniqueItems':
      return `Non-unique array item at index ${Math.max(Number(params.i), Number(params.j))}.`
    case 'contains':
      return 'No items match contains.'
    case 'anyOf':
      return "JSON does not match any schemas from 'anyOf'."
    case 'oneOf':
      return Array.isArray(params.passingSchemas)
        ? `JSON is valid against more than one schema from 'oneOf'. Valid schema indexes: ${params.passingSchemas.join(', ')}.`
        : "JSON is valid against no schemas from 'oneOf'."
    case 'not':
      return "JSON is valid against schema from 'not'."
    case 'if':
      return `JSON does not match schema from '${params.failingKeyword}'.`
    case 'false schema':
      return 'Schema always fails validation.'
    case 'propertyNames':
      // Its parts are reported by themselves.
      return null
    default:
      return error.message ?? keyword
  }
}

/** The sentence for all properties that one object lacks. */
export function requiredWording(names: readonly string[]): string {
  return `Required properties are missing from object: ${names.join(', ')}.`
}

function expectedTypes(type: unknown): string {
  const wanted = (Array.isArray(type) ? type : String(type).split(',')).map((name) => String(name).trim().toLowerCase())
  return typeNames.filter((name) => wanted.includes(name.toLowerCase())).join(', ')
}

function typeName(data: unknown): string {
  if (data === null) return 'Null'
  if (Array.isArray(data)) return 'Array'
  switch (typeof data) {
    case 'string':
      return 'String'
    case 'boolean':
      return 'Boolean'
    case 'number':
      return Number.isInteger(data) ? 'Integer' : 'Number'
    default:
      return 'Object'
  }
}

function numberOf(data: unknown): string {
  return `${Number.isInteger(data) ? 'Integer' : 'Float'} ${data}`
}

function sizeOf(data: unknown): number {
  if (Array.isArray(data)) return data.length
  return typeof data === 'object' && data !== null ? Object.keys(data).length : 0
}
