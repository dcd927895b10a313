import type { TreeNode } from '@shared/collection/tree'
import { expect, test } from 'vitest'
import { foundRows, treeRows } from '../../../../../src/renderer/src/composer/tree/tree-rows'
import { aTree, aTreeFolder, aTreeRequest, someTrees } from '../../../../helpers/collections'

const drawn = (expanded: readonly string[]) =>
  treeRows(someTrees(), new Set(expanded)).map(({ level, node }) => `${'  '.repeat(level)}${node.name}`)

test('only what is open is shown', () => {
  expect(drawn([])).toEqual(['Articles', 'Contoso'])
  expect(drawn(['Articles', 'Leads'])).toEqual([
    'Articles',
    '  Leads',
    '    Test lead',
    '    Broken lead',
    '  Validate',
    '  Publish',
    'Contoso',
  ])
  // A folder that is open in one that is closed waits.
  expect(drawn(['Leads'])).toEqual(['Articles', 'Contoso'])
})

test('a request opens only when it has examples, a folder always', () => {
  const rows = treeRows(someTrees(), new Set(['Articles', 'Leads', 'Test lead']))
  const row = (name: string) => rows.find(({ node }) => node.name === name)
  expect(row('Test lead')).toMatchObject({ canExpand: true, isExpanded: true, position: 1, setSize: 2, level: 2 })
  expect(row('Accepted')).toMatchObject({ canExpand: false, level: 3, parentId: 'Test lead' })
  expect(row('Validate')).toMatchObject({ canExpand: false, position: 2, setSize: 3 })
  expect(treeRows([aTree('Empty')], new Set())[0]).toMatchObject({ canExpand: true, isExpanded: false })
})

test('the search finds names, methods and URLs, and says where each stands', () => {
  const found = (text: string) => foundRows(someTrees(), text).map(({ node, path }) => [node.name, path])
  expect(found('broken')).toEqual([['Broken lead', 'Articles / Leads']])
  expect(found('LEAD post test')).toEqual([['Test lead', 'Articles / Leads']])
  expect(found('{{flowurl}}')).toEqual([['Validate', 'Articles']])
  expect(found('202')).toEqual([['Accepted', 'Articles / Leads / Test lead']])
  expect(found('contoso')).toEqual([['Contoso', '']])
  expect(found('nothing of the kind')).toEqual([])
})

test('3,000 requests are laid out and searched within a frame or two', () => {
  const folders = Array.from({ length: 100 }, (_, index) => aTreeFolder(`f${index}`, 'Large'))
  const requests = folders.flatMap((folder): TreeNode[] =>
    Array.from({ length: 30 }, (_, index) => aTreeRequest(`${folder.name}-r${index}`, folder.id)),
  )
  const large = [aTree('Large', [...folders, ...requests])]
  const expanded = new Set(['Large', ...folders.map(({ id }) => id)])
  const began = performance.now()
  expect(treeRows(large, expanded)).toHaveLength(3101)
  expect(foundRows(large, 'f42-r17')).toHaveLength(1)
  // Generous: it takes about 10 ms, and the machine of the tests has other things to do.
  expect(performance.now() - began).toBeLessThan(500)
})
