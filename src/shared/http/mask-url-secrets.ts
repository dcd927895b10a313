import { isSecretName } from './secret-name'

/** A stretch of a text, from the first character to before the last. */
export type Stretch = { readonly from: number; readonly to: number }

/**
 * What is secret in the URLs of a text: values of query parameters whose names say so (`sig`, `code`, `token`, …), and
 * the password of `user:password@host`. In the order of the text; a value that begins with a `{{variable}}` is none.
 */
export function findUrlSecrets(text: string): readonly Stretch[] {
  const found = [...passwords(text), ...parameters(text)].filter(({ from }) => !text.startsWith('{{', from))
  return found.sort((one, other) => one.from - other.from)
}

/** A text with what is secret in its URLs replaced, for screens, logs and exports. */
export function maskUrlSecrets(text: string, mask = '••••••••'): string {
  let masked = ''
  let at = 0
  for (const { from, to } of findUrlSecrets(text)) {
    // Within one that is masked already.
    if (from < at) continue
    masked += text.slice(at, from) + mask
    at = to
  }
  return masked + text.slice(at)
}

function parameters(text: string): readonly Stretch[] {
  const name = /[?&;#]([^=&;#?'"\s]+)=/g
  const value = /[^&#\s"']+/y
  const found: Stretch[] = []
  for (let match = name.exec(text); match !== null; match = name.exec(text)) {
    if (!isSecretName(match[1] ?? '')) continue
    value.lastIndex = name.lastIndex
    if (value.test(text)) {
      found.push({ from: name.lastIndex, to: value.lastIndex })
      name.lastIndex = value.lastIndex
    }
  }
  return found
}

function passwords(text: string): readonly Stretch[] {
  return [...text.matchAll(/:\/\/[^\s/?#@:"'<>]*:([^\s/?#"'<>]+)@/g)].map((match) => {
    const to = match.index + match[0].length - 1
    return { from: to - (match[1] ?? '').length, to }
  })
}
