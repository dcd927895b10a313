/**
 * How well typed words fit a text, without regard to case; null when one of them does not. Higher is better: the
 * beginning of the text before the beginning of a word, that before the middle of one, and letters that merely occur in
 * this order last. Shorter texts win among equals.
 */
export function fuzzyScore(typed: string, text: string): number | null {
  const lower = text.toLowerCase()
  let score = 0
  for (const word of typed.toLowerCase().split(/\s+/)) {
    if (word === '') continue
    const wordScore = scoreOfWord(word, lower)
    if (wordScore === null) return null
    score += wordScore
  }
  return score - text.length / 1000
}

function scoreOfWord(word: string, text: string): number | null {
  if (text.startsWith(word)) return 4
  const at = text.indexOf(word)
  if (at < 0) return lettersInOrder(word, text) ? 1 : null
  const startsWord = (place: number) => /[\s\-_:/.,(]/.test(text[place - 1] ?? '')
  for (let place = at; place >= 0; place = text.indexOf(word, place + 1)) if (startsWord(place)) return 3
  return 2
}

function lettersInOrder(letters: string, text: string): boolean {
  let from = 0
  for (const letter of letters) {
    const at = text.indexOf(letter, from)
    if (at < 0) return false
    from = at + letter.length
  }
  return true
}
