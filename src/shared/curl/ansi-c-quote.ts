const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
}

/**
 * The text of bash's `$'…'`, read from behind its first quote. Bytes (`\xc3\xa9`, `\303\251`) are put together as UTF-8.
 * Source: the bash manual, "ANSI-C Quoting".
 */
export function readAnsiCQuote(text: string, from: number): { readonly text: string; readonly end: number } {
  let quoted = ''
  let bytes: number[] = []
  let at = from

  const flush = (): void => {
    if (bytes.length > 0) quoted += new TextDecoder().decode(Uint8Array.from(bytes))
    bytes = []
  }
  const add = (piece: string): void => {
    flush()
    quoted += piece
  }

  while (at < text.length && text.charAt(at) !== "'") {
    if (text.charAt(at) !== '\\') {
      add(text.charAt(at))
      at++
      continue
    }
    const rest = text.slice(at + 1, at + 11)
    const byte = /^(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3}))/.exec(rest)
    const unicode = /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(rest)
    const control = /^c([\s\S])/.exec(rest)
    if (byte) {
      const value = byte[1] === undefined ? Number.parseInt(byte[2] ?? '0', 8) : Number.parseInt(byte[1], 16)
      bytes.push(value & 0xff)
      at += 1 + byte[0].length
    } else if (unicode) {
      add(codePoint(Number.parseInt(unicode[1] ?? unicode[2] ?? '0', 16)))
      at += 1 + unicode[0].length
    } else if (control) {
      add(String.fromCharCode((control[1] ?? '@').toUpperCase().charCodeAt(0) & 0x1f))
      at += 3
    } else {
      const escaped = rest.charAt(0)
      add(simple[escaped] ?? `\\${escaped}`)
      at += 2
    }
  }
  flush()
  return { text: quoted, end: at + 1 }
}

/** Halves of a pair come one after the other and make one sign. */
function codePoint(value: number): string {
  return value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value)
}
