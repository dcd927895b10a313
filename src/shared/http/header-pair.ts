/** One header line as received or sent: name and value in their original case, text decoded as latin1. */
export type HeaderPair = readonly [name: string, value: string]

/** The first value of a header, its name compared without regard to case. */
export function headerValue(headers: readonly HeaderPair[], name: string): string | undefined {
  const wanted = name.toLowerCase()
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1]
}
