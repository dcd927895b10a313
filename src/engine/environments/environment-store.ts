import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { Variable } from '@shared/collection/node-content'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { Environment } from '@shared/environment/environment'
import type { JsonObject } from '@shared/json-value'
import { blankUrlSecrets } from '../collections/blank-secrets'
import { copyName } from '../collections/copy-name'
import { createDocumentFolder, type FolderChange } from '../collections/files/document-folder'
import { contentOf, type FolderFile } from '../collections/files/folder-file'
import { copyFiles, isSameFolder, prepareFolder, removeFiles } from '../collections/files/move-files'
import { createTrash } from '../collections/files/trash'
import { postmanStyle } from '../collections/formats/collection-text'
import type { EnvironmentFile } from '../collections/formats/environment-file'
import { withoutKey } from '../collections/formats/object-edit'
import { trashedName } from '../collections/trashed-secrets'
import { stemOf } from '../collections/unreadable'
import type { SecretStore } from '../secrets/secret-store'
import { changedEnvironment, environmentFormat, newEnvironment } from './environment-format'

/**
 * The environments: one Postman file each in the collections' folder. Every change is on disk when it answers. Throws
 * `node-not-found`, `collection-unreadable`, `disk-full`, `file-not-written`.
 */
export type EnvironmentStore = {
  /** By name, with the values of secret variables. Files that cannot be read too, with their problem. */
  readonly list: () => readonly Environment[]
  readonly get: (id: string) => Environment
  /** Also takes variables, and the document of an import, whose unknown keys are kept. */
  readonly create: (name: string, variables?: readonly Variable[], like?: JsonObject) => Promise<Environment>
  readonly change: (
    id: string,
    changes: { readonly name?: string | undefined; readonly variables?: readonly Variable[] | undefined },
  ) => Promise<Environment>
  readonly duplicate: (id: string) => Promise<Environment>
  readonly delete: (id: string) => Promise<{ readonly undoToken: string }>
  readonly restore: (undoToken: string) => Promise<void>
  /** The file as Postman reads it; secret values are '' unless asked for. */
  readonly text: (id: string, withSecrets: boolean) => string
  /** As the collections' one. */
  readonly changeFolder: (folder: string, move: boolean) => Promise<() => Promise<void>>
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

  function toEnvironment({ fileName, content, problem }: FolderFile<EnvironmentFile>): Environment {
    if (content === null) return { id: fileName, name: stemOf(fileName), variables: [], problem }
    const variables = secrets.fill({ fileName, itemId: null }, content.variables)
    return { id: fileName, name: content.name, variables, problem: null }
  }

  function list(): readonly Environment[] {
    return files
      .files()
      .map(toEnvironment)
      .toSorted((one, other) => one.name.localeCompare(other.name))
  }

  function find(id: string): FolderFile<EnvironmentFile> {
    const file = files.find(id)
    if (file === null) throw new AppError('node-not-found')
    return file
  }

  function get(id: string): Environment {
    const file = find(id)
    contentOf(file)
    return toEnvironment(file)
  }

  function publishAll(): void {
    publish({ type: 'environments-changed', environments: list() })
  }

  async function create(name: string, variables: readonly Variable[] = [], like?: JsonObject): Promise<Environment> {
    const id = await files.edit((editor) =>
      editor.add(name, (fileName) => {
        // Left by a file of this name that another program removed.
        secrets.removeFile(fileName)
        return newEnvironment(name, secrets.keep({ fileName, itemId: null }, variables), like)
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
      return create(copyName(name, taken), variables, withoutKey(contentOf(find(id)).raw, 'id'))
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
          secrets.renameFile(trashedName(undoToken, file.fileName), id)
          if (await trash.giveBack(undoToken, file, join(files.path(), id))) await editor.reread(id)
        }
        await trash.discard(undoToken)
      }),
    text: (id, withSecrets) => {
      const content = contentOf(find(id))
      const variables = secrets
        .fill({ fileName: id, itemId: null }, content.variables)
        .map((variable) => (withSecrets ? variable : withoutSecret(variable)))
      return environmentFormat.write(changedEnvironment(content, content.name, variables), postmanStyle)
    },
    changeFolder: async (next, move) => {
      const from = files.path()
      if (await isSameFolder(from, next)) return async () => undefined
      await prepareFolder(next)
      await files.refresh()
      const names = move ? files.files().map(({ fileName }) => fileName) : []
      const renamed = await files.edit(() => copyFiles(names, from, next, environmentFormat.extension))
      for (const [old, name] of renamed) if (old !== name) secrets.renameFile(old, name)
      await files.switchTo(next)
      publishAll()
      return () => removeFiles(names, from)
    },
    refresh: files.refresh,
    close: files.close,
  }
}

/** A value that is not marked as a secret may hold a URL with a signature all the same. */
function withoutSecret(variable: Variable): Variable {
  return { ...variable, value: variable.secret ? '' : blankUrlSecrets(variable.value) }
}
