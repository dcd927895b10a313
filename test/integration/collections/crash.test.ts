import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '@shared/json-value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleChild, removeBundle, startChild } from '../../helpers/child-script'
import { aDocument, aRequestItem, onlyTree, openTestCollections } from '../../helpers/collection-folder'
import { tempFolder } from '../../helpers/temp-folder'

const file = 'Shop.postman_collection.json'
const count = 60

describe('a process that is killed while it changes a collection', () => {
  let script: string

  beforeAll(async () => {
    script = await bundleChild('change-collection.ts')
  })

  afterAll(() => removeBundle(script))

  it('leaves the file whole, and each request in it or in the trash', async () => {
    const dataFolder = tempFolder()
    const folder = join(dataFolder, 'collections')
    mkdirSync(folder)
    const names = Array.from({ length: count }, (_, at) => `request ${at}`)
    const filling = { description: 'x'.repeat(5000) }
    const items = names.map((name) => aRequestItem(name, { id: name, ...filling }))
    writeFileSync(join(folder, file), JSON.stringify(aDocument('Shop', items), null, 2))

    for (let round = 0; round < 8; round++) {
      const child = startChild(script, [dataFolder, String(round * 7)])
      for (let line = 0; line < 5 + round; line++) await child.nextLine()
      child.process.kill('SIGKILL')
      await once(child.process, 'exit')

      const document: { readonly item: readonly JsonObject[] } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      const inFile = document.item.map(({ name }) => name)
      expect(new Set(inFile).size).toBe(inFile.length)

      const test = openTestCollections({ dataFolder, key: null })
      await test.store.refresh()
      for (const token of readdirSync(test.trashFolder)) await test.store.restore(token)
      expect(
        onlyTree(test.store)
          .nodes.map(({ name }) => name)
          .toSorted(),
      ).toEqual(names.toSorted())
      expect(readdirSync(folder)).toEqual([file])
      await test.store.close()
      test.storage.close()
    }
  })
})
