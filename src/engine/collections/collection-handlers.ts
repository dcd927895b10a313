import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/app-error'
import type { CollectionCommands, Collections } from '@shared/contract/collection-commands'
import type { Handlers } from '@shared/contract/command'
import type { FileGrants } from '../file-grants'
import type { SecretStore } from '../secrets/secret-store'
import { rememberCollectionsFolder } from './collections-folder'
import { exportText } from './export-collection'
import { toWriteError } from './files/file-error'
import { writeFileAtomically } from './files/write-file-atomically'
import { type FirstCollectionParts, prepareFirstCollection } from './first-collection'
import { type ImportSource, importSources } from './import-files'

/**
 * What the handlers need:
 * - `collections`: `createCollectionStore({ folder, trashFolder, secrets, state, publish })`
 * - `environments`: `createEnvironmentStore({ folder, trashFolder, secrets, publish })`, the same folders
 * - `secrets`: `createSecretStore(createSecretBox(key), storage.secrets)`, `storage.secrets` from `createSecretTable`
 * - `state`: `storage.composerState`; `folder` is `collectionsFolder(state, dataFolder)`
 * - `grants`: tokens of chosen files, and of a chosen folder
 * - `defaultFlowUrl`: `engine.flowUrl`; `onFirstCollection` lets the workspace choose the first environment
 * The engine closes both stores with itself. `collections.get` reads what has changed on disk, so the window calls it
 * when it gets the focus.
 */
export type CollectionParts = FirstCollectionParts & {
  readonly secrets: SecretStore
  readonly grants: FileGrants
}

/** What a text from the clipboard is called in errors and in the name of a collection made of it. */
const pastedName = 'Pasted'

export function createCollectionHandlers(parts: CollectionParts): Handlers<CollectionCommands> {
  const { collections, environments, secrets, grants, state } = parts
  let preparing: Promise<void> = Promise.resolve()

  function snapshot(): Collections {
    return {
      folder: collections.folder(),
      collections: collections.trees(),
      environments: environments.list(),
      secretStorage: secrets.storage(),
    }
  }

  return {
    'collections.get': async () => {
      await Promise.all([collections.refresh(), environments.refresh()])
      // Two windows that ask at once must not make the first collection twice.
      preparing = preparing.catch(() => undefined).then(() => prepareFirstCollection(parts))
      await preparing
      return snapshot()
    },
    'collections.create': ({ name, description }) => collections.createCollection(name, description),
    'collections.import': (input) => {
      if ('text' in input) {
        const { text, into } = input
        return importSources(parts, [{ name: pastedName, read: () => Buffer.from(text, 'utf8') }], into)
      }
      const sources: readonly ImportSource[] =
        'files' in input
          ? input.files.map(({ name, bytes }) => ({ name, read: () => bytes }))
          : input.fileTokens.map((token) => chosenFile(grants.take(token)))
      return importSources(parts, sources, null)
    },
    'collections.export': async ({ id, fileToken, withSecrets }) => {
      await exportTo(grants.take(fileToken), exportText(collections, secrets, id, withSecrets))
      return null
    },
    'collections.use-folder': async ({ folderToken, move }) => {
      const folder = grants.take(folderToken)
      const before = collections.folder()
      const leaving = [await collections.changeFolder(folder, move)]
      try {
        leaving.push(await environments.changeFolder(folder, move))
      } catch (error) {
        // Both are in one folder, whatever happens.
        await collections.changeFolder(before, false)
        throw error
      }
      rememberCollectionsFolder(state, folder)
      for (const leave of leaving) await leave()
      return snapshot()
    },

    'node.get': ({ id }) => collections.get(id),
    'node.context': ({ id }) => collections.context(id),
    'node.create-folder': ({ place, name }) => collections.createFolder(place, name),
    'node.create-request': ({ place, content }) => collections.createRequest(place, content),
    'node.create-example': ({ requestId, content }) => collections.createExample(requestId, content),
    'node.change-request': async ({ id, revision, changes }) => ({
      revision: await collections.changeRequest(id, revision, changes),
    }),
    'node.change-container': async ({ id, revision, changes }) => ({
      revision: await collections.changeContainer(id, revision, changes),
    }),
    'node.rename': async ({ id, name }) => {
      await collections.rename(id, name)
      return null
    },
    'node.move': ({ ids, place }) => collections.move(ids, place),
    'node.duplicate': ({ id }) => collections.duplicate(id),
    'node.delete': ({ ids }) => collections.delete(ids),
    'node.restore': async ({ undoToken }) => {
      await collections.restore(undoToken)
      return null
    },

    'environment.create': ({ name }) => environments.create(name),
    'environment.change': ({ id, ...changes }) => environments.change(id, changes),
    'environment.duplicate': ({ id }) => environments.duplicate(id),
    'environment.delete': ({ id }) => environments.delete(id),
    'environment.restore': async ({ undoToken }) => {
      await environments.restore(undoToken)
      return null
    },
    'environment.export': async ({ id, fileToken, withSecrets }) => {
      await exportTo(grants.take(fileToken), environments.text(id, withSecrets))
      return null
    },
  }
}

function chosenFile(path: string): ImportSource {
  return {
    name: basename(path),
    read: async () => {
      try {
        return await readFile(path)
      } catch (error) {
        throw new AppError('file-unreadable', { path }, { cause: error })
      }
    },
  }
}

/** @throws AppError `disk-full`, `export-failed` {detail} */
async function exportTo(path: string, text: string): Promise<void> {
  try {
    await writeFileAtomically(path, text)
  } catch (error) {
    const translated = toWriteError(error, path)
    if (!(translated instanceof AppError) || translated.code !== 'file-not-written') throw translated
    throw new AppError('export-failed', { detail: translated.params.detail ?? '' }, { cause: error })
  }
}
