/** A usual reason for text not to be JSON, by what stands where it breaks; sentences are `body:hint.<code>`. */
export type JsonHint = 'trailing-comma' | 'single-quotes' | 'curly-quotes' | 'comment' | 'python-word' | 'variable-open'

/** null: nothing that is often seen. */
export function jsonHint(text: string, at: number): JsonHint | null {
  const rest = text.slice(at, at + 10)
  if (/^[}\]]/.test(rest) && text.slice(0, at).trimEnd().endsWith(',')) return 'trailing-comma'
  if (rest.startsWith("'")) return 'single-quotes'
  if (/^[“”„‘’«»]/.test(rest)) return 'curly-quotes'
  if (rest.startsWith('//') || rest.startsWith('/*') || rest.startsWith('#')) return 'comment'
  if (/^(?:None|True|False|undefined|NaN)\b/.test(rest)) return 'python-word'
  if (rest.startsWith('{') && text[at - 1] === '{') return 'variable-open'
  return null
}
