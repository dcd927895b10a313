import { expect, test } from 'vitest'
import {
  dropPlace,
  pastedPlace,
  placeNear,
  steppedPlace,
  topmost,
} from '../../../../../src/renderer/src/composer/tree/drop-place'
import { treeRows } from '../../../../../src/renderer/src/composer/tree/tree-rows'
import { someTrees } from '../../../../helpers/collections'

const trees = someTrees()
const rows = treeRows(trees, new Set(['Articles', 'Leads', 'Test lead', 'Contoso']))

function drop(over: string, part: number, ...dragged: string[]) {
  const row = rows.find(({ node }) => node.name === over)
  if (!row) throw new Error(`no row ${over}`)
  const place = dropPlace(trees, row, part, dragged)
  return place && [place.mark, place.parentId, place.beforeId]
}

test('over a request it goes before or after it', () => {
  expect(drop('Validate', 0.2, 'Own lead')).toEqual(['before', 'Articles', 'Validate'])
  expect(drop('Validate', 0.8, 'Own lead')).toEqual(['after', 'Articles', 'Publish'])
  expect(drop('Publish', 0.8, 'Own lead')).toEqual(['after', 'Articles', null])
})

test('over a folder it goes before, into or after it; after an open one it becomes its first child', () => {
  expect(drop('Leads', 0.1, 'Publish')).toEqual(['before', 'Articles', 'Leads'])
  expect(drop('Leads', 0.5, 'Publish')).toEqual(['inside', 'Leads', null])
  expect(drop('Leads', 0.9, 'Publish')).toEqual(['after', 'Leads', 'Test lead'])
  const closed = treeRows(trees, new Set(['Articles'])).find(({ node }) => node.name === 'Leads')
  expect(closed && dropPlace(trees, closed, 0.9, ['Publish'])).toMatchObject({
    mark: 'after',
    parentId: 'Articles',
    beforeId: 'Validate',
  })
})

test('over a collection it goes into it; over an example after its request', () => {
  expect(drop('Contoso', 0.1, 'Publish')).toEqual(['inside', 'Contoso', null])
  expect(drop('Accepted', 0.1, 'Publish')).toEqual(['after', 'Leads', 'Broken lead'])
})

test('collections only go among themselves', () => {
  expect(drop('Articles', 0.1, 'Contoso')).toEqual(['before', null, 'Articles'])
  expect(drop('Own lead', 0.5, 'Articles')).toEqual(['after', null, null])
  expect(drop('Articles', 0.1, 'Contoso', 'Publish')).toBeNull()
})

test('nothing goes into itself, and an example stays with its request', () => {
  expect(drop('Leads', 0.5, 'Leads')).toBeNull()
  expect(drop('Test lead', 0.2, 'Leads')).toBeNull()
  expect(drop('Contoso', 0.5, 'Accepted')).toBeNull()
})

test('a place before one of the dragged is the place before the next that stays', () => {
  expect(drop('Validate', 0.2, 'Validate', 'Publish')).toEqual(['before', 'Articles', null])
  expect(drop('Leads', 0.1, 'Leads', 'Validate')).toEqual(['before', 'Articles', 'Publish'])
})

test('a step goes among the siblings, and at their end out of the folder', () => {
  expect(steppedPlace(trees, 'Publish', -1)).toEqual({ parentId: 'Articles', beforeId: 'Validate' })
  expect(steppedPlace(trees, 'Leads', 1)).toEqual({ parentId: 'Articles', beforeId: 'Publish' })
  expect(steppedPlace(trees, 'Test lead', -1)).toEqual({ parentId: 'Articles', beforeId: 'Leads' })
  expect(steppedPlace(trees, 'Broken lead', 1)).toEqual({ parentId: 'Articles', beforeId: 'Validate' })
  expect(steppedPlace(trees, 'Publish', 1)).toBeNull()
  expect(steppedPlace(trees, 'Contoso', -1)).toEqual({ parentId: null, beforeId: 'Articles' })
  expect(steppedPlace(trees, 'Contoso', 1)).toBeNull()
  expect(steppedPlace(trees, 'Accepted', 1)).toBeNull()
})

test('what is pasted or made goes into a container, or after the request', () => {
  expect(placeNear(trees, 'Leads')).toEqual({ parentId: 'Leads', beforeId: null })
  expect(placeNear(trees, 'Test lead')).toEqual({ parentId: 'Leads', beforeId: 'Broken lead' })
  expect(placeNear(trees, 'Accepted')).toEqual({ parentId: 'Leads', beforeId: 'Broken lead' })
  expect(pastedPlace(trees, 'Test lead', ['Broken lead'])).toEqual({ parentId: 'Leads', beforeId: null })
  expect(pastedPlace(trees, 'Test lead', ['Leads'])).toBeNull()
  expect(pastedPlace(trees, 'Leads', ['Contoso'])).toBeNull()
})

test('nodes in other chosen ones go along with them, in the order of the tree', () => {
  expect(topmost(trees, ['Own lead', 'Test lead', 'Leads', 'Accepted'])).toEqual(['Leads', 'Own lead'])
})
