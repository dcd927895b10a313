export type MailAddress = { readonly name: string; readonly address: string }

// No control characters, quotes, commas or brackets: whatever could begin another address or header.
const withName = /^(?:"([^"\p{Cc}]*)"|([^"<>,;\p{Cc}]*))\s*<([^\s"<>,;:\p{Cc}]+@[^\s"<>,;:@\p{Cc}]+)>$/u
const bare = /^[^\s"<>,;:\p{Cc}]+@[^\s"<>,;:@\p{Cc}]+$/u

/** `someone@contoso.com` or `Some One <someone@contoso.com>`; null where it is neither. */
export function readAddress(text: string): MailAddress | null {
  if (bare.test(text)) return { name: '', address: text }
  const match = withName.exec(text)
  if (match === null) return null
  return { name: (match[1] ?? match[2] ?? '').trim(), address: match[3] ?? '' }
}
