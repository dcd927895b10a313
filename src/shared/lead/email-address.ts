/**
 * True for what can be an e-mail address: one `@`, something before it, a domain with a dot behind it, no white space or
 * brackets. Deliverability is not our question; a mail action with anything less fails.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > 320) return false
  const at = text.indexOf('@')
  if (at < 1 || text.indexOf('@', at + 1) >= 0) return false
  const dot = text.lastIndexOf('.')
  if (dot < at + 2 || dot === text.length - 1 || text.charCodeAt(at + 1) === 46 || text.includes('..', at)) return false
  return !/[\s<>(),;:"[\]\\]/.test(text)
}
