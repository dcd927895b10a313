import { assertNever } from '../assert-never'
import { type HeaderPair, headerValue } from '../http/header-pair'
import { isJsonObject, type JsonValue } from '../json-value'
import { parseTemplate, type TemplatePart, type Token } from './template'
import { checkLength } from './text-too-long'

/** What tokens read. `body` is undefined when the trigger got no JSON: every token of it is blank then. */
export type TriggerOutputs = { readonly headers: readonly HeaderPair[]; readonly body: JsonValue | undefined }

export type FilledTemplate = {
  readonly text: string
  /** Tokens without a value, as written: "only the label will be in the mail". */
  readonly blank: readonly string[]
  /** Expressions that are not known here; they stand in the text as written. */
  readonly unknown: readonly string[]
}

/**
 * Fills a template. Keys are compared exactly, as the real one does: `userDetails` is not `UserDetails`.
 * Throws `TextTooLong` where a lead would make it too long.
 * @param escapeValue makes a value fit where it goes (HTML, a URL, a JSON string); texts of the template stay as they are
 */
export function fillTemplate(
  template: string,
  outputs: TriggerOutputs,
  escapeValue: (value: string) => string = (value) => value,
): FilledTemplate {
  const blank: string[] = []
  const unknown: string[] = []
  let text = ''
  const textOf = (part: TemplatePart): string => {
    switch (part.kind) {
      case 'text':
        return part.text
      case 'unknown':
        unknown.push(part.written)
        return part.written
      case 'token': {
        const value = valueText(readToken(part.token, outputs))
        if (value === '') blank.push(part.written)
        return escapeValue(value)
      }
      default:
        return assertNever(part)
    }
  }
  for (const part of partsOf(template)) {
    const added = textOf(part)
    checkLength(text.length + added.length)
    text += added
  }
  return { text, blank, unknown }
}

/** Templates that were filled lately: those of a flow are the same for every lead. */
const known = new Map<string, readonly TemplatePart[]>()
const mostKnown = 256
const knownLength = 4096

function partsOf(template: string): readonly TemplatePart[] {
  const remembered = known.get(template)
  if (remembered !== undefined) return remembered
  const parts = parseTemplate(template)
  if (known.size >= mostKnown) known.clear()
  if (template.length <= knownLength) known.set(template, parts)
  return parts
}

/** The value of a token; undefined where the lead has nothing there. */
export function readToken(token: Token, outputs: TriggerOutputs): JsonValue | undefined {
  if (token.source === 'header') return headerValue(outputs.headers, token.name)
  let value = outputs.body
  for (const key of token.path) {
    if (Array.isArray(value) && typeof key === 'number') value = value[key]
    else if (isJsonObject(value) && typeof key === 'string' && Object.hasOwn(value, key)) value = value[key]
    else return undefined
  }
  return value
}

/** A value within a text: null is nothing, objects and lists are their JSON. */
function valueText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
