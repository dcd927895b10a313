// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { formatXml } from '../../../../../src/renderer/src/composer/answer/format-xml'
import { htmlText } from '../../../../../src/renderer/src/composer/answer/html-text'

test('XML is set on lines; an element with text alone stays on its line', () => {
  expect(formatXml('<?xml version="1.0"?><a b="x>y"><c>text</c><d/><!-- note --><e></e></a>')).toBe(
    ['<?xml version="1.0"?>', '<a b="x>y">', '  <c>text</c>', '  <d/>', '  <!-- note -->', '  <e></e>', '</a>'].join(
      '\n',
    ),
  )
})

test('text that is not well-formed comes out whole', () => {
  for (const text of ['<a', '</a></b>', '<a><![CDATA[ <x> ', '<!-- never', 'plain', '<a b="']) {
    expect(formatXml(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  }
})

test('of a page the words are shown, and neither scripts nor styles', () => {
  const page =
    '<html><head><title>Not found</title><style>p{}</style></head><body><h1>404</h1><p>The <b>page</b>\n is gone</p><script>alert(1)</script><ul><li>One<li>Two</ul></body></html>'
  const words = htmlText(page)
  expect(words).toContain('Not found')
  expect(words).toContain('The page is gone')
  expect(words).toMatch(/One\s*\nTwo/)
  expect(words).not.toContain('alert')
  expect(words).not.toContain('p{}')
})
