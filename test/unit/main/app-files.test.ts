import { resolve, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appOrigin, findAppFile } from '../../../src/main/app-files'

const folder = resolve('/build/renderer')

test('finds the page and its files, each with its type', () => {
  expect(findAppFile(folder, `${appOrigin}/`)).toEqual({
    path: resolve(folder, 'index.html'),
    contentType: 'text/html; charset=utf-8',
  })
  expect(findAppFile(folder, `${appOrigin}/assets/index-1.js?v=2#top`)).toEqual({
    path: resolve(folder, 'assets/index-1.js'),
    contentType: 'text/javascript; charset=utf-8',
  })
})

test.each([
  '/../../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%5c..%5cpackage.json',
  '/../renderer-other/x.js',
  '/..%2frenderer-other%2fx.js',
  '/index.html%00.js',
  '/%E0%A4%A',
  '/leads.db',
  '/assets/',
])('finds nothing for %s', (path) => {
  const found = findAppFile(folder, `${appOrigin}${path}`)
  // The URL class itself takes dots out of a path; then the name is looked for inside the folder, where it is not.
  if (found !== null) expect(found.path.startsWith(folder + sep)).toBe(true)
})

test('finds nothing for another origin', () => {
  for (const url of ['app://other/index.html', 'file:///index.html', 'https://lead-inspector/index.html', 'no URL']) {
    expect(findAppFile(folder, url)).toBeNull()
  }
})

test('never leaves the folder, whatever the path', () => {
  const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', 'x.js', '%00', '~')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const found = findAppFile(folder, `${appOrigin}/${pieces.join('/')}.js`)
      expect(found === null || found.path.startsWith(folder + sep)).toBe(true)
    }),
  )
})
