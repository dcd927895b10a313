import type { HeaderPair } from '@shared/http/header-pair'

export const jsonContentType: HeaderPair = ['Content-Type', 'application/json; charset=utf-8']

/** The body of every error: `{"error":{"code","message"}}`, as the real trigger writes it. */
export function errorBody(code: string, message: string): Uint8Array {
  return Buffer.from(JSON.stringify({ error: { code, message } }))
}
