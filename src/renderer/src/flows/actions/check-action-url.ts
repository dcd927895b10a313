import { findTokens } from '@shared/template/template'

/**
 * What is wrong with the URL of an *HTTP* step; null when nothing is. Scheme, name and password, host and port stand in
 * the definition: lead data never chooses where a lead is sent.
 */
export function checkActionUrl(url: string): 'empty' | 'not-http' | 'host-token' | 'user' | null {
  const trimmed = url.trim()
  if (trimmed === '') return 'empty'
  const authority = /^https?:\/\/([^/?#\\]*)/i.exec(trimmed)
  if (!authority) return findTokens(trimmed)[0]?.from === 0 ? 'host-token' : 'not-http'
  const end = authority[0].length
  if (findTokens(trimmed).some(({ from }) => from < end)) return 'host-token'
  if (authority[1]?.includes('@')) return 'user'
  return authority[1] === '' ? 'not-http' : null
}
