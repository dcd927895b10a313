import { expect, test } from 'vitest'
import { isTrustedPage } from '../../../src/main/trusted-page'

test('trusts the application itself only', () => {
  expect(isTrustedPage('app://lead-inspector/index.html')).toBe(true)
  for (const url of ['app://lead-inspector.evil/', 'https://lead-inspector/', 'about:blank', '', 'file:///x.html']) {
    expect(isTrustedPage(url)).toBe(false)
  }
})

test('trusts the development server while there is one', () => {
  expect(isTrustedPage('http://localhost:5173/inbox', 'http://localhost:5173/')).toBe(true)
  expect(isTrustedPage('http://localhost:5174/', 'http://localhost:5173/')).toBe(false)
  expect(isTrustedPage('http://localhost:5173/')).toBe(false)
})
