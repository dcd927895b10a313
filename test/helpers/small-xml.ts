/** An element of a parsed XML text; `text` is that of its own, not of its children. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

const token =
  /<\?xml [^>]*\?>\s*|<(?<close>\/)?(?<name>[A-Za-z][\w.-]*)(?<attributes>(?:\s+[A-Za-z][\w.-]*="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/y

/** Parses what our reports are made of, strictly: throws on anything that XML 1.0 does not allow. */
export function parseXml(xml: string): XmlElement {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml))
    throw new Error('A character that XML does not allow')
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const from = token.lastIndex
    const match = token.exec(xml)
    if (!match) throw new Error(`Not XML: ${xml.slice(from, from + 80)}`)
    const { close, name, attributes, empty, text } = match.groups ?? {}
    const current = open.at(-1) ?? root
    if (text !== undefined) current.text += decode(text)
    else if (close) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
    } else if (name !== undefined) {
      const element: XmlElement = { name, attributes: readAttributes(attributes ?? ''), children: [], text: '' }
      current.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const [only] = root.children
  if (open.length !== 1 || root.children.length !== 1 || !only) throw new Error('Not one whole element')
  return only
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/([\w.-]+)="([^"]*)"/g)) {
    if (name in found) throw new Error(`The attribute ${name} stands twice`)
    // A parser makes a space of each line break that is written as itself.
    found[name] = decode(value.replace(/[\t\n\r]/g, ' '))
  }
  return found
}

function decode(text: string): string {
  return text.replace(/&(\w+|#\d+);|&/g, (whole, name?: string) => {
    const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
    if (name?.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    const character = known[name ?? '']
    if (character === undefined) throw new Error(`Not an entity: ${whole}`)
    return character
  })
}
