import { expect, test } from 'vitest'
import { tabAddress } from '../../../../../src/renderer/src/composer/tabs/tab-name'
import { blankDraft } from '../../../../../src/renderer/src/state/draft-content'

const draft = { ...blankDraft('d', 'request') }
const at = (url: string, nodeId: string | null = null) =>
  tabAddress({ ...draft, nodeId, request: draft.request && { ...draft.request, url } })

test('a request that was never saved is told apart by its URL, its signature masked', () => {
  expect(at('https://contoso.example/invoke?sig=abcdefgh')).toMatch(/^https:\/\/contoso\.example\/invoke\?sig=•+$/)
})

test('a saved request has its own name, and other tabs go nowhere', () => {
  expect(at('https://contoso.example/', 'node')).toBe('')
  expect(tabAddress(blankDraft('h', 'history'))).toBe('')
  expect(tabAddress(null)).toBe('')
})
