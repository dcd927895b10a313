export type TextPart = { readonly text: string; readonly found: boolean }

/** The words of a search, longest first, as they are looked for in a row; quotes and operators are left out. */
export function searchWords(search: string): readonly string[] {
  const words = search
    .split(/[\s"()*:^,;<>@.+-]+/u)
    .map(fold)
    .filter((word) => word !== '' && !/^(and|or|not|near)$/.test(word))
  return [...new Set(words)].sort((one, other) => other.length - one.length)
}

/**
 * A text cut into parts that a search found and parts between them; a word is found where it begins a word, as the
 * full-text index finds it. Case and accents are not minded. The parts joined are the text.
 */
export function findParts(text: string, words: readonly string[]): readonly TextPart[] {
  if (words.length === 0 || text === '') return [{ text, found: false }]
  // Folding per character keeps positions: a folded character may be longer or shorter than the original.
  const characters = Array.from(text)
  const folded = characters.map(fold)
  const found = new Array<boolean>(characters.length).fill(false)
  for (const word of words) {
    for (let start = 0; start < characters.length; start++) {
      if (start > 0 && isWordPart(characters[start - 1] ?? '') && isWordPart(characters[start] ?? '')) continue
      const end = matchFrom(folded, start, word)
      if (end > start) found.fill(true, start, end)
    }
  }
  return joinParts(characters, found)
}

function matchFrom(folded: readonly string[], start: number, word: string): number {
  let rest = word
  let at = start
  while (rest !== '' && at < folded.length) {
    const piece = folded[at] ?? ''
    if (!rest.startsWith(piece)) return start
    rest = rest.slice(piece.length)
    at++
  }
  return rest === '' ? at : start
}

function joinParts(characters: readonly string[], found: readonly boolean[]): readonly TextPart[] {
  const parts: { text: string; found: boolean }[] = []
  for (const [at, character] of characters.entries()) {
    const last = parts.at(-1)
    const hit = found[at] ?? false
    if (last && last.found === hit) last.text += character
    else parts.push({ text: character, found: hit })
  }
  return parts
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function isWordPart(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}
