import { join } from 'node:path'
import { createCollectionStore } from '../../../src/engine/collections/create-collection-store'
import { createSecretBox } from '../../../src/engine/secrets/secret-box'
import { createSecretStore } from '../../../src/engine/secrets/secret-store'
import { openStorage } from '../../../src/engine/storage/open-storage'

// Changes, deletes and restores requests without end; a line says each change that is done.
const dataFolder = process.argv[2] ?? ''
const storage = openStorage(dataFolder)
const store = createCollectionStore({
  folder: join(dataFolder, 'collections'),
  trashFolder: join(dataFolder, 'trash'),
  secrets: createSecretStore(createSecretBox(null), storage.secrets),
  state: storage.composerState,
  publish: () => undefined,
})

for (let round = Number(process.argv[3] ?? 0); ; round++) {
  const requests = store.trees().flatMap(({ nodes }) => nodes.filter(({ kind }) => kind === 'request'))
  const chosen = requests[round % requests.length]
  if (!chosen) throw new Error('There are no requests.')
  await store.changeRequest(chosen.id, null, { description: `round ${round}` })
  const { undoToken } = await store.delete([chosen.id])
  process.stdout.write(`deleted ${undoToken}\n`)
  await store.restore(undoToken)
  process.stdout.write(`round ${round}\n`)
}
