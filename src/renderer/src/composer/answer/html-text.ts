const skipped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'IFRAME', 'OBJECT', 'SVG'])
const blocks =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|DD|DIV|DL|DT|FIELDSET|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TR|UL)$/

/**
 * The words of an HTML page on lines, as a reader would meet them. The page is parsed apart from the window: nothing in
 * it is run, shown or fetched. https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#dom-domparser-parsefromstring-dev
 */
export function htmlText(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const words: string[] = []
  const title = page.title.trim()
  if (title !== '') words.push(title, '\n')
  collect(page.body, words)
  return words
    .join('')
    .replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A loop in place of recursion: a page can be nested deeper than the stack. */
function collect(root: Node | null, words: string[]): void {
  let node: Node | null = root
  while (node) {
    const isSkipped = skipped.has(node.nodeName.toUpperCase())
    if (node.nodeType === Node.TEXT_NODE) words.push((node.textContent ?? '').replace(/\s+/g, ' '))
    else if (blocks.test(node.nodeName)) words.push('\n')
    const child: Node | null = isSkipped ? null : node.firstChild
    if (child) {
      node = child
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node && blocks.test(node.nodeName)) words.push('\n')
    }
    node = node === root || node === null ? null : node.nextSibling
  }
}
