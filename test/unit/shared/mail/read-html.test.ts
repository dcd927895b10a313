import { type MailNode, readMailHtml } from '@shared/mail/read-html'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** The tree as HTML without attributes, for comparing. */
function written(nodes: readonly MailNode[]): string {
  return nodes
    .map((node) =>
      node.kind === 'text'
        ? node.text
        : node.name === 'br' || node.name === 'hr'
          ? `<${node.name}>`
          : `<${node.name}>${written(node.children)}</${node.name}>`,
    )
    .join('')
}

test.each([
  ['plain', 'plain'],
  ['<B>Name:</B> Ada<BR/>x', '<b>Name:</b> Ada<br>x'],
  ['<p style="color:red" onclick="x()">a</p>', '<p>a</p>'],
  ['<ul><li>one<li>two</ul>after', '<ul><li>one</li><li>two</li></ul>after'],
  ['a<script>alert(1)</script>b', 'ab'],
  ['a<SCRIPT>alert("</b>")</SCRIPT >b', 'ab'],
  ['a<style>p{}</style>b<!-- <b>c</b> -->d', 'abd'],
  ['<img src=x onerror=alert(1)>a<iframe src="x">b</iframe>c', 'ac'],
  ['<custom><b>kept</b></custom>', '<b>kept</b>'],
  ['<b>never closed', '<b>never closed</b>'],
  ['never opened</b> text', 'never opened text'],
  ['1 < 2 & 3 &lt; 4 &amp;amp; &#65;&#x42;&#0;&nope;', '1 < 2 & 3 < 4 &amp; AB&#0;&nope;'],
  ['<a title="a > b" href="x">t</a>', '<a>t</a>'],
  ['a <script> without an end', 'a  without an end'],
])('%s', (html, tree) => {
  expect(written(readMailHtml(html))).toBe(tree)
})

test('of a link only its address stays, as text', () => {
  expect(readMailHtml(`<a class=x href='javascript:alert(&quot;1&quot;)'>t</a>`)).toEqual([
    { kind: 'element', name: 'a', href: 'javascript:alert("1")', children: [{ kind: 'text', text: 't' }] },
  ])
})

/** How many elements stand within each other. */
function depth(nodes: readonly MailNode[]): number {
  return Math.max(0, ...nodes.map((node) => (node.kind === 'text' ? 0 : 1 + depth(node.children))))
}

test('any text is read, and never so deep that drawing it could stop the window', () => {
  const deep = readMailHtml(`${'<div>'.repeat(50_000)}x`)
  expect(depth(deep)).toBeLessThanOrEqual(60)
  expect(written(deep)).toContain('x')
  const pieces = ['<b>', '</b>', '<li>', '<p>', '<', '>', '"', "'", '<script', '</script>', '<!--', '&', '&#', 'a', ' ']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (chosen) => {
      const tree = readMailHtml(chosen.join(''))
      expect(depth(tree)).toBeLessThanOrEqual(60)
    }),
  )
})

/** Milliseconds, the least of a few. */
function timeOf(html: string): number {
  const times = Array.from({ length: 3 }, () => {
    const from = performance.now()
    readMailHtml(html)
    return performance.now() - from
  })
  return Math.min(...times)
}

test.each(['script', 'svg'])('very many %s that never end cost about as much as other tags', (name) => {
  const other = 'x'.repeat(name.length)
  // Looked for anew behind each tag, the end would cost some hundred times as much.
  expect(timeOf(`<${name}>a`.repeat(20_000)) / timeOf(`<${other}>a`.repeat(20_000))).toBeLessThan(40)
})
