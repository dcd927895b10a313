import { readToken, type TriggerOutputs } from '@shared/template/fill-template'
import type { WrittenToken } from '@shared/template/template'
import { tokenName } from '@shared/template/trigger-tokens'

/** What is known of an expression in a text. */
export type TokenInfo =
  | { readonly state: 'filled'; readonly name: string; readonly value: string }
  /** No lead is chosen for the preview. */
  | { readonly state: 'known'; readonly name: string }
  /** The lead of the preview has nothing there: only the label will be in the mail. */
  | { readonly state: 'blank'; readonly name: string }
  /** Not an expression that is known here; it stays in the text as written. */
  | { readonly state: 'unknown'; readonly name: string }

/** Pure: @param outputs of the lead of the preview; null for none */
export function tokenInfo({ token, written }: WrittenToken, outputs: TriggerOutputs | null): TokenInfo {
  if (token === null) return { state: 'unknown', name: written }
  const name = tokenName(token)
  if (outputs === null) return { state: 'known', name }
  const value = readToken(token, outputs)
  if (value === undefined || value === null || value === '') return { state: 'blank', name }
  return { state: 'filled', name, value: typeof value === 'object' ? JSON.stringify(value) : String(value) }
}
