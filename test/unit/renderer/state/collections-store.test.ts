import type { Collections } from '@shared/contract/collection-commands'
import { expect, test } from 'vitest'
import { ancestorsOf, findNode, subtreeIds } from '../../../../src/renderer/src/state/collection-index'
import { applyCollectionsEvent } from '../../../../src/renderer/src/state/collections-store'
import { structurallyEqual } from '../../../../src/renderer/src/state/structurally-equal'
import { aTree, aTreeRequest, someTrees } from '../../../helpers/collections'

const before: Collections = {
  folder: 'collections',
  collections: someTrees(),
  environments: [],
  secretStorage: 'encrypted',
}

const names = ({ collections }: Collections) => collections.map(({ name }) => name)

test('a changed collection takes its own place, a new one comes last', () => {
  const changed = aTree('Articles', [aTreeRequest('Only', 'Articles')])
  const after = applyCollectionsEvent(before, { type: 'collection-changed', collection: changed })
  expect(after.collections).toEqual([changed, before.collections[1]])
  expect(names(applyCollectionsEvent(before, { type: 'collection-changed', collection: aTree('New') }))).toEqual([
    'Articles',
    'Contoso',
    'New',
  ])
})

test('collections are removed and ordered; one that the order does not know stays last', () => {
  expect(names(applyCollectionsEvent(before, { type: 'collection-removed', id: 'Articles' }))).toEqual(['Contoso'])
  const three = applyCollectionsEvent(before, { type: 'collection-changed', collection: aTree('New') })
  const ordered = applyCollectionsEvent(three, { type: 'collections-ordered', ids: ['Contoso', 'Articles'] })
  expect(names(ordered)).toEqual(['Contoso', 'Articles', 'New'])
})

test('nodes are found with what is around and below them', () => {
  const { collections } = before
  expect(findNode(collections, 'Own lead')?.name).toBe('Own lead')
  expect(ancestorsOf(collections, 'Accepted').map(({ id }) => id)).toEqual(['Articles', 'Leads', 'Test lead'])
  expect(ancestorsOf(collections, 'Articles')).toEqual([])
  expect(subtreeIds(collections, 'Leads')).toEqual(['Leads', 'Test lead', 'Broken lead', 'Accepted'])
})

test('data is compared by what it says', () => {
  expect(structurallyEqual({ a: [1, { b: null }], c: undefined }, { a: [1, { b: null }] })).toBe(true)
  expect(structurallyEqual({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
  expect(structurallyEqual([1, 2], [2, 1])).toBe(false)
  expect(structurallyEqual({ a: null }, {})).toBe(false)
  expect(structurallyEqual([], {})).toBe(false)
})
