/** A JSON pointer (RFC 6901) from keys and indexes; `''` is the whole value. */
export function toJsonPointer(path: readonly string[]): string {
  let pointer = ''
  for (const part of path) pointer += `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return pointer
}

/** The keys and indexes of a JSON pointer. */
export function fromJsonPointer(pointer: string): readonly string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}
