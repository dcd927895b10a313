import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'

/** The ways in which versions of JSON Schema differ that matter to a compiler. */
export type SchemaDraft = 'draft-04' | 'draft-07' | '2019-09' | '2020-12'

export type InspectedSchema = {
  readonly draft: SchemaDraft
  /** A pattern, a format that is checked with one, a reference or the like: a check can take unbounded time. */
  readonly maybeSlow: boolean
  readonly hasReferences: boolean
  /** Names of all formats in it. */
  readonly formats: ReadonlySet<string>
  /** A reference to another document; null when there is none. */
  readonly remoteReference: string | null
  readonly tooDeep: boolean
}

const deepest = 100

/** Values that are data and no schemas. */
export const dataKeywords: ReadonlySet<string> = new Set([
  'enum',
  'const',
  'default',
  'examples',
  'example',
  'required',
  'type',
])
/** Objects whose keys are names and whose values are schemas. */
export const namedSchemas: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'dependencies',
  'dependentSchemas',
])
/**
 * What can make a check slow beyond the size of the body: backtracking, comparing all pairs, following references
 * that fan out.
 */
const slowKeywords: ReadonlySet<string> = new Set([
  'pattern',
  'patternProperties',
  'uniqueItems',
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
])
/** Formats checked without a pattern that backtracks. */
const quickFormats: ReadonlySet<string> = new Set([
  'date',
  'time',
  'date-time',
  'uuid',
  'ipv4',
  'int32',
  'int64',
  'float',
  'double',
  'password',
  'binary',
])
const keywordsSince07: ReadonlySet<string> = new Set(['$id', 'const', 'contains', 'propertyNames', 'if', 'examples'])
const keywordsSince2019: ReadonlySet<string> = new Set([
  '$defs',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
  'unevaluatedItems',
  '$recursiveRef',
])
const keywordsSince2020: ReadonlySet<string> = new Set(['prefixItems', '$dynamicRef', '$dynamicAnchor'])

/** Looks through a schema for what decides how it is compiled and where it may be checked. */
export function inspectSchema(schema: JsonObject): InspectedSchema {
  const seen = {
    since: 'draft-04' as SchemaDraft,
    maybeSlow: false,
    hasReferences: false,
    formats: new Set<string>(),
    remoteReference: null as string | null,
    tooDeep: false,
  }

  function visit(value: JsonValue, depth: number, isNames: boolean): void {
    if (typeof value !== 'object' || value === null) return
    if (depth > deepest) {
      seen.tooDeep = true
      return
    }
    if (!isJsonObject(value)) {
      for (const item of value) visit(item, depth + 1, false)
      return
    }
    for (const [key, part] of Object.entries(value)) {
      if (!isNames) note(key, part)
      if (isNames || !dataKeywords.has(key)) visit(part, depth + 1, !isNames && namedSchemas.has(key))
    }
  }

  function note(key: string, part: JsonValue): void {
    if (slowKeywords.has(key)) seen.maybeSlow = true
    if (key === 'format' && typeof part === 'string') {
      seen.formats.add(part)
      if (!quickFormats.has(part)) seen.maybeSlow = true
    }
    if (key.endsWith('Ref') || key === '$ref') seen.hasReferences ||= key.startsWith('$')
    if (key === '$ref' && typeof part === 'string' && /^([a-z][a-z\d+.-]*:)?\/\//i.test(part)) {
      seen.remoteReference ??= part
    }
    if (keywordsSince2020.has(key)) seen.since = '2020-12'
    else if (keywordsSince2019.has(key)) seen.since = laterOf(seen.since, '2019-09')
    else if (keywordsSince07.has(key) || (key.startsWith('exclusive') && typeof part === 'number')) {
      seen.since = laterOf(seen.since, 'draft-07')
    }
  }

  visit(schema, 0, false)
  const { since, ...rest } = seen
  return { draft: declaredDraft(schema.$schema) ?? since, ...rest }
}

/**
 * The version that `$schema` names, with http or https and with or without `#`: four of the five articles print
 * `https://json-schema.org/draft-04/schema#`, which no specification has. null for others: as Power Automate does,
 * the keywords then decide.
 */
function declaredDraft(schemaKeyword: JsonValue | undefined): SchemaDraft | null {
  if (typeof schemaKeyword !== 'string') return null
  const match = /^https?:\/\/json-schema\.org\/(?:draft\/)?(draft-0[3467]|2019-09|2020-12)\/schema#?$/i.exec(
    schemaKeyword.trim(),
  )
  switch (match?.[1]?.toLowerCase()) {
    case 'draft-03':
    case 'draft-04':
      return 'draft-04'
    case 'draft-06':
    case 'draft-07':
      return 'draft-07'
    case '2019-09':
      return '2019-09'
    case '2020-12':
      return '2020-12'
    default:
      return null
  }
}

const order: readonly SchemaDraft[] = ['draft-04', 'draft-07', '2019-09', '2020-12']

function laterOf(one: SchemaDraft, other: SchemaDraft): SchemaDraft {
  return order.indexOf(one) < order.indexOf(other) ? other : one
}
