import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { dynamicNames } from '@shared/variables/dynamic-names'
import { lookUpVariable } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'

/** What is known of a `{{name}}`. `shown` may stand on the screen: secrets are masked in it. */
export type VariableInfo =
  | { readonly state: 'unknown'; readonly name: string }
  | { readonly state: 'dynamic'; readonly name: string; readonly shown: string }
  | {
      readonly state: 'known' | 'secret'
      readonly name: string
      readonly shown: string
      readonly from: string
      readonly kind: VariableScope['kind']
    }

export const secretMask = '••••••••'

/** A tooltip is no place for a whole body. */
const longestShown = 300

export function variableInfo(name: string, scopes: readonly VariableScope[]): VariableInfo {
  const found = lookUpVariable(name, scopes)
  if (found) {
    const { from, kind, secret, value } = found
    return {
      state: secret ? 'secret' : 'known',
      name,
      shown: secret ? secretMask : short(maskUrlSecrets(value)),
      from,
      kind,
    }
  }
  const dynamic = dynamicNames.find((candidate) => candidate.name === name)
  return dynamic ? { state: 'dynamic', name, shown: dynamic.example } : { state: 'unknown', name }
}

function short(value: string): string {
  return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value
}
