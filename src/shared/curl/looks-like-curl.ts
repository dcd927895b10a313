/** True for a text that is a cURL command: told quickly, for every paste into a URL field. */
export function looksLikeCurl(text: string): boolean {
  return /^\s*(?:[$>#%]\s+)?(?:[\w.:\\/-]*[\\/])?curl(?:\.exe)?(?:\s|$)/i.test(text)
}
