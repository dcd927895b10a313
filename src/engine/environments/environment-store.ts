import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { Variable } from '@shared/collection/node-content'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { Environment } from '@shared/environment/environment'
import { blankSignatures } from '../collections/blank-secrets'
import { copyName } from '../collections/copy-name'
import { createDocumentFolder, type FolderChange } from '../collections/files/document-folder'
import type { FolderFile } from '../collections/files/folder-file'
import { isSameFolder, moveFiles, prepareFolder } from '../collections/files/move-files'
import { createTrash } from '../collections/files/trash'
import { postmanStyle } from '../collections/formats/collection-text'
import type { EnvironmentFile } from '../collections/formats/environment-file'
import { trashedName } from '../collections/trashed-secrets'
import type { SecretStore } from '../secrets/secret-store'
import { changedEnvironment, environmentFormat, newEnvironment } from './environment-format'

/**
 * The environments: one Postman file each in the collections' folder; a file that cannot be read is left out until it
 * can. Every change is on disk when it answers. Throws `node-not-found`, `disk-full`, `file-not-written`.
 */
export type EnvironmentStore = {
  /** By name, with the values of secret variables. */
  readonly list: () => readonly Environment[]
  readonly get: (id: string) => Environment
  /** Also takes variables, for an import. */
  readonly create: (name: string, variables?: readonly Variable[]) => Promise<Environment>
  readonly change: (
    id: string,
    changes: { readonly name?: string | undefined; readonly variables?: readonly Variable[] | undefined },
  ) => Promise<Environment>
  readonly duplicate: (id: string) => Promise<Environment>
  readonly delete: (id: string) => Promise<{ readonly undoToken: string }>
  readonly restore: (undoToken: string) => Promise<void>
  /** The file as Postman reads it; secret values are '' unless asked for. */
  readonly text: (id: string, withSecrets: boolean) => string
  readonly useFolder: (folder: string, move: boolean) => Promise<void>
  readonly refresh: () => Promise<void>
  readonly close: () => Promise<void>
}

export type EnvironmentStoreOptions = {
  /** The collections' folder. */
  readonly folder: string
  /** The collections' too: undo tokens are unique. */
  readonly trashFolder: string
  readonly secrets: SecretStore
  readonly publish: (event: EngineEvent) => void
}

export function createEnvironmentStore({
  folder,
  trashFolder,
  secrets,
  publish,
}: EnvironmentStoreOptions): EnvironmentStore {
  const trash = createTrash(trashFolder)
  const files = createDocumentFolder(folder, environmentFormat, ({ renamed }: FolderChange<EnvironmentFile>) => {
    for (const [from, to] of renamed) secrets.renameFile(from, to)
    publishAll()
  })

  function toEnvironment({ fileName, content }: FolderFile<EnvironmentFile>): Environment | null {
    if (content === null) return null
    const variables = secrets.fill({ fileName, itemId: null }, content.variables)
    return { id: fileName, name: content.name, variables }
  }

  function list(): readonly Environment[] {
    return files
      .files()
      .map(toEnvironment)
      .filter((environment) => environment !== null)
      .toSorted((one, other) => one.name.localeCompare(other.name))
  }

  function find(id: string): FolderFile<EnvironmentFile> & { readonly content: EnvironmentFile } {
    const file = files.find(id)
    if (file === null || file.content === null) throw new AppError('node-not-found')
    return { ...file, content: file.content }
  }

  function get(id: string): Environment {
    const environment = toEnvironment(find(id))
    if (environment === null) throw new AppError('node-not-found')
    return environment
  }

  function publishAll(): void {
    publish({ type: 'environments-changed', environments: list() })
  }

  async function create(name: string, variables: readonly Variable[] = []): Promise<Environment> {
    const id = await files.edit((editor) =>
      editor.add(name, (fileName) => {
        // Left by a file of this name that another program removed.
        secrets.removeFile(fileName)
        return newEnvironment(name, secrets.keep({ fileName, itemId: null }, variables))
      }),
    )
    return get(id)
  }

  return {
    list,
    get,
    create,
    change: async (id, { name, variables }) => {
      const owner = { fileName: id, itemId: null }
      await files.edit((editor) =>
        editor.change(id, (file) => {
          const kept = variables ? secrets.keep(owner, variables) : file.variables
          return { content: changedEnvironment(file, name ?? file.name, kept), result: null }
        }),
      )
      if (variables) {
        secrets.forgetOthers(owner, variables)
        // The file is the same when only a secret has changed.
        publishAll()
      }
      return get(id)
    },
    duplicate: async (id) => {
      const { name, variables } = get(id)
      const taken = list().map((environment) => environment.name)
      return create(copyName(name, taken), variables)
    },
    delete: (id) =>
      files.edit(async (editor) => {
        find(id)
        const undoToken = await trash.begin({ items: [], files: [id], from: files.path() })
        await trash.take(undoToken, files.path(), id)
        secrets.renameFile(id, trashedName(undoToken, id))
        await editor.reread(id)
        return { undoToken }
      }),
    restore: (undoToken) =>
      files.edit(async (editor) => {
        for (const file of (await trash.read(undoToken)).files) {
          const id = await editor.freeName(file.fileName)
          await trash.giveBack(undoToken, file, join(files.path(), id))
          secrets.renameFile(trashedName(undoToken, file.fileName), id)
          await editor.reread(id)
        }
        await trash.discard(undoToken)
      }),
    text: (id, withSecrets) => {
      const { content, fileName } = find(id)
      const variables = secrets
        .fill({ fileName, itemId: null }, content.variables)
        .map((variable) => (withSecrets ? variable : withoutSecret(variable)))
      return environmentFormat.write(changedEnvironment(content, content.name, variables), postmanStyle)
    },
    useFolder: async (next, move) => {
      if (await isSameFolder(files.path(), next)) return
      await prepareFolder(next)
      if (move) {
        await files.refresh()
        const names = files.files().map(({ fileName }) => fileName)
        const renamed = await files.edit(() => moveFiles(names, files.path(), next, environmentFormat.extension))
        for (const [old, name] of renamed) if (old !== name) secrets.renameFile(old, name)
      }
      await files.switchTo(next)
      publishAll()
    },
    refresh: files.refresh,
    close: files.close,
  }
}

/** A value that is not marked as a secret may hold a URL with a signature all the same. */
function withoutSecret(variable: Variable): Variable {
  return { ...variable, value: variable.secret ? '' : blankSignatures(variable.value) }
}
