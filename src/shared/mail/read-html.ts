/**
 * A mail's HTML as a tree of what may be shown: a few elements of text, no attributes but a link's address, which is
 * text too. Nothing of it is ever handed to the browser as markup.
 */
export type MailNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'element'
      readonly name: MailElement
      /** Where a link leads, as written; '' for other elements. */
      readonly href: string
      readonly children: readonly MailNode[]
    }

const shown = [
  ...([
    'p',
    'div',
    'span',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'a',
    'ul',
    'ol',
    'li',
    'br',
    'hr',
    'blockquote',
  ] as const),
  ...(['h1', 'h2', 'h3', 'h4', 'pre', 'code', 'table', 'thead', 'tbody', 'tr', 'td', 'th'] as const),
]

export type MailElement = (typeof shown)[number]

const empty: ReadonlySet<string> = new Set(['br', 'hr'])
/** Their content is not text of the mail. */
const left: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template', 'iframe', 'object', 'svg'])
/** A second one ends the first. */
const endsItself: ReadonlySet<string> = new Set(['p', 'li', 'tr', 'td', 'th'])
const leftEnd = new RegExp(`</(${[...left].join('|')})(?![a-z0-9])`, 'gi')
const mostDepth = 60

const piece = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi

type Open = { readonly name: MailElement; readonly href: string; readonly children: MailNode[] }

/** Reads HTML as a mail program would, without what it would not show. Never throws; unknown tags leave their text. */
export function readMailHtml(html: string): readonly MailNode[] {
  const root: MailNode[] = []
  const open: Open[] = []
  const add = (node: MailNode): void => void (open.at(-1)?.children ?? root).push(node)
  const addText = (text: string): void => {
    if (text !== '') add({ kind: 'text', text: decodeEntities(text) })
  }
  const close = (): void => {
    const done = open.pop()
    if (done) add({ kind: 'element', ...done })
  }
  const lastEnds = lastEndsOf(html)
  let read = 0
  let skipping: string | null = null
  for (const match of html.matchAll(piece)) {
    const [whole, slash, written, attributes = ''] = match
    const name = written?.toLowerCase()
    if (skipping !== null) {
      if (slash !== '/' || name !== skipping) continue
      skipping = null
      read = match.index + whole.length
      continue
    }
    addText(html.slice(read, match.index))
    read = match.index + whole.length
    if (name === undefined) continue
    if (slash === '' && left.has(name)) {
      // An element that is never closed swallows nothing but its tag.
      if ((lastEnds.get(name) ?? -1) >= read) skipping = name
      continue
    }
    const element = shown.find((known) => known === name)
    if (!element) continue
    if (slash === '/') {
      const at = open.findLastIndex((other) => other.name === element)
      if (at >= 0) while (open.length > at) close()
    } else if (empty.has(element)) add({ kind: 'element', name: element, href: '', children: [] })
    else {
      if (endsItself.has(element) && open.at(-1)?.name === element) close()
      if (open.length < mostDepth) open.push({ name: element, href: hrefOf(element, attributes), children: [] })
    }
  }
  if (skipping === null) addText(html.slice(read))
  while (open.length > 0) close()
  return root
}

/** Where the last end of each element without text of the mail stands: read once, so that many tags cost no more. */
function lastEndsOf(html: string): ReadonlyMap<string, number> {
  return new Map([...html.matchAll(leftEnd)].map(({ index, 1: name = '' }) => [name.toLowerCase(), index]))
}

function hrefOf(name: MailElement, attributes: string): string {
  if (name !== 'a') return ''
  const match = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes)
  return decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })
}
