/**
 * Texts that come from outside are stored as UTF-8 bytes, never as TEXT: libsql ends the process when it reads TEXT that
 * is not valid, and a NUL would cut it. Half a surrogate pair becomes U+FFFD; the body keeps what was really sent.
 */
export function toStoredText(text: string): Buffer {
  return Buffer.from(text, 'utf8')
}

/** The text or its beginning, never ending within a surrogate pair. */
export function capText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit)
}
