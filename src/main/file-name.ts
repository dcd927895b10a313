/**
 * A name that every system takes for a file, out of one that may hold received text.
 * Source: Microsoft, "Naming Files, Paths, and Namespaces" (the forbidden characters).
 */
export function safeFileName(suggested: string, extension: string): string {
  const stem = suggested
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, '-')
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 150)
  return `${stem === '' ? 'leads' : stem}.${extension}`
}
