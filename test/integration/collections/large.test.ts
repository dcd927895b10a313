import { mkdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { aDocument, aFolderItem, aRequestItem, onlyTree, openTestCollections } from '../../helpers/collection-folder'

it('opens a collection of 3,000 requests, and saves one of them as one line', async () => {
  const test = openTestCollections()
  mkdirSync(test.folder, { recursive: true })
  const folders = Array.from({ length: 100 }, (_, folder) =>
    aFolderItem(
      `Folder ${folder}`,
      Array.from({ length: 30 }, (__, at) =>
        aRequestItem(`Request ${folder}.${at}`, { response: [{ name: 'ok', code: 200, body: 'x'.repeat(500) }] }),
      ),
    ),
  )
  test.write('Large.postman_collection.json', aDocument('Large', folders))
  const { nodes } = onlyTree(test.store)
  expect(nodes.filter(({ kind }) => kind === 'request').length).toBe(3000)
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(6100)
  expect(test.store.runnable('Large.postman_collection.json').length).toBe(3000)

  const last = nodes.find(({ name }) => name === 'Request 99.29')
  const before = test.read('Large.postman_collection.json').split('\n')
  await test.store.rename(last?.id ?? '', 'Renamed')
  const after = test.read('Large.postman_collection.json').split('\n')
  // Its name, and the id that it got.
  expect(after.filter((line) => !before.includes(line)).length).toBe(2)
})
