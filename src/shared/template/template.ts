/**
 * Texts with dynamic content, as Power Automate writes it: `@{triggerBody()?['UserDetails']?['FirstName']}`.
 * Tokens read the trigger's body or headers (facts §7); everything else of its expression language is not known here.
 */
export type Token =
  /** `triggerBody()` with a path of keys and indexes; without one the whole body. */
  | { readonly source: 'body'; readonly path: readonly (string | number)[] }
  /** `triggerOutputs()?['headers']?['Content-Type']`: names without regard to case. */
  | { readonly source: 'header'; readonly name: string }

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'token'; readonly token: Token; readonly written: string }
  /** An expression that is not one of ours: shown as an error, and left as written. */
  | { readonly kind: 'unknown'; readonly written: string }

// A quote within quotes is written twice, which reads as two quoted texts side by side: one way to match, never more.
const expression = /@@\{|@\{((?:[^'{}]|'[^']*')*)\}/g

/** Takes a template apart. `@@{` is a written `@{`. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let read = 0
  const addText = (added: string): void => {
    const last = parts.at(-1)
    if (added === '') return
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + added }
    else parts.push({ kind: 'text', text: added })
  }
  for (const match of text.matchAll(expression)) {
    addText(text.slice(read, match.index))
    read = match.index + match[0].length
    if (match[0] === '@@{') {
      addText('@{')
      continue
    }
    const token = parseToken(match[1] ?? '')
    parts.push(token ? { kind: 'token', token, written: match[0] } : { kind: 'unknown', written: match[0] })
  }
  addText(text.slice(read))
  return parts
}

/** An expression in a template and where it stands; `token` null: not one of ours. */
export type WrittenToken = {
  readonly from: number
  readonly to: number
  readonly written: string
  readonly token: Token | null
}

/** The expressions of a template by their places, for editors. */
export function findTokens(text: string): readonly WrittenToken[] {
  return [...text.matchAll(expression)]
    .filter(([written]) => written !== '@@{')
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      written: match[0],
      token: parseToken(match[1] ?? ''),
    }))
}

/** `@{…}` of a token, as the designer writes it. */
export function writeToken(token: Token): string {
  const path = token.source === 'body' ? token.path : ['headers', token.name]
  const start = token.source === 'body' ? 'triggerBody()' : 'triggerOutputs()'
  return `@{${start}${path.map((key) => `?[${typeof key === 'number' ? key : `'${key.replaceAll("'", "''")}'`}]`).join('')}}`
}

const accessor = /\s*\??\s*\[\s*(?:'((?:[^']|'')*)'|(\d{1,9}))\s*\]/y

/** The token that an expression stands for; null when it is another expression. */
function parseToken(text: string): Token | null {
  const start = /^\s*trigger(Body|Outputs)\(\)/i.exec(text)
  if (!start) return null
  const path: (string | number)[] = []
  accessor.lastIndex = start[0].length
  let end = accessor.lastIndex
  for (let match = accessor.exec(text); match; match = accessor.exec(text)) {
    path.push(match[2] === undefined ? (match[1] ?? '').replaceAll("''", "'") : Number(match[2]))
    end = accessor.lastIndex
  }
  if (text.slice(end).trim() !== '') return null
  if (start[1]?.toLowerCase() === 'body') return { source: 'body', path }
  const [part, ...rest] = path
  if (part === 'body') return { source: 'body', path: rest }
  const [name] = rest
  return part === 'headers' && rest.length === 1 && typeof name === 'string' ? { source: 'header', name } : null
}
