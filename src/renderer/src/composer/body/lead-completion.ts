import { type Completion, type CompletionContext, type CompletionResult, snippet } from '@codemirror/autocomplete'
import { knownActionCodes } from '@shared/lead/action-code'
import { knownLeadSources } from '@shared/lead/lead-source'
import type { TFunction } from 'i18next'
import { type JsonContext, jsonContextAt } from './json-context'
import { fieldOfPath, schemaProperties } from './lead-knowledge'

type Texts = TFunction<['body', 'lead']>

/** Sources with their usual actions, as leads have them. */
const usualSources = [
  ['AzureMarketplace', 'INS'],
  ['AzureMarketplace', 'DNC'],
  ['AzurePortal', 'Create'],
  ['TestDrive', 'StartTestDrive'],
  ['SPZA', 'PLT'],
  ['SPZA', 'INS'],
] as const

/** Offers the lead schema's keys that are not there yet, and the documented values of ActionCode and LeadSource. */
export function leadCompletion(t: () => Texts) {
  return (context: CompletionContext): CompletionResult | null => {
    const place = jsonContextAt(context.state, context.pos)
    if (!place || place.path === null) return null
    // Without a character typed only on demand: a list at every comma would be in the way.
    if (!context.explicit && place.from === context.pos) return null
    const options = place.kind === 'key' ? keyOptions(t(), place) : valueOptions(t(), place.path)
    if (options.length === 0) return null
    return { from: place.from, to: place.to, options, filter: true, validFor: /^"?[^"]*"?$/ }
  }
}

function keyOptions(t: Texts, place: JsonContext): readonly Completion[] {
  const present = new Set(place.siblings.map((key) => key.toLowerCase()))
  const parent = place.path ?? []
  return schemaProperties(parent)
    .filter(({ name }) => !present.has(name.toLowerCase()))
    .map(({ name, type }) => {
      const field = fieldOfPath([...parent, name])
      return {
        label: `"${name}"`,
        detail: typeName(t, type),
        type: 'property',
        ...(field === null ? {} : { info: t(`body:meaning.${field}`) }),
        // A key that is being renamed has its colon already.
        apply: (view, _completion, from, to) => {
          const hasColon = /^\s*:/.test(view.state.sliceDoc(to, to + 20))
          const value = type === 'object' ? '{\n\t#{}\n}' : '"#{}"'
          const template = hasColon ? `"${name}"` : `"${name}": ${value}`
          snippet(template)(view, null, from, to)
        },
      } satisfies Completion
    })
}

function valueOptions(t: Texts, path: readonly string[]): readonly Completion[] {
  const field = fieldOfPath(path)
  if (field === 'actionCode') {
    return knownActionCodes.map((code) => option(code, t(`lead:actionCode.${code}`)))
  }
  if (field !== 'leadSource') return []
  return [
    ...knownLeadSources.map((source) => option(source, t(`lead:source.${source}`))),
    ...usualSources.map(([source, action]) =>
      option(
        `${source}-${action}|publisher.offer`,
        `${t(`lead:source.${source}`)} · ${t(`lead:actionCode.${action}`)}`,
      ),
    ),
  ]
}

function option(value: string, info: string): Completion {
  return { label: `"${value}"`, type: 'enum', info }
}

export function typeName(t: Texts, type: string): string {
  if (type === 'string' || type === 'object') return t(`body:type.${type}`)
  return type
}
