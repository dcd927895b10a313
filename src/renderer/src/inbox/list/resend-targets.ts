import { resolveText } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'

/** Variables that a flow's URL is usually kept in, the first collection's own name for it first. */
const urlNames = ['flowUrl', 'flow_url', 'url', 'baseUrl'] as const

/** The flow's URL that an environment knows, its variables filled in; null where it knows none. */
export function environmentUrl(
  environment: Pick<VariableScope, 'variables'> & { readonly name: string },
): string | null {
  const scope: VariableScope = { kind: 'environment', from: environment.name, variables: environment.variables }
  for (const name of urlNames) {
    const { text, unresolved } = resolveText(`{{${name}}}`, [scope], () => null)
    if (unresolved.length === 0 && isHttpUrl(text)) return text
  }
  return null
}

/** Whether a text is a whole URL that can be sent to. */
export function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text.trim()) && URL.canParse(text.trim())
}
