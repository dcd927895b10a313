import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/app-error'
import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import type { VariableScope } from '@shared/variables/variable-scope'
import { readEnvironmentFile } from '../engine/collections/formats/environment-file'
import { readCollection } from '../engine/collections/formats/read-collection'
import { runnableRequests } from '../engine/collections/formats/runnable-requests'
import type { DataFile } from '../engine/runner/data-file'
import { readDataFileAt } from '../engine/runner/data-files'
import type { RunnableRequest } from '../engine/runner/runnable-request'
import type { RunWords } from './run-options'
import { UsageError } from './usage-error'

/** What the files of a call say. */
export type RunInput = {
  readonly name: string
  readonly requests: readonly RunnableRequest[]
  readonly scopes: readonly VariableScope[]
  readonly environmentName: string | null
  readonly data: DataFile | null
  readonly scripts: number
}

/** @throws UsageError, AppError `import-*`, `data-not-valid` */
export async function readRunInput(words: RunWords): Promise<RunInput> {
  const { document, notes } = readCollection(await readBytes(words.collection), basename(words.collection))
  const path = words.folder === null ? [] : findFolder(document, words.folder)
  const requests = runnableRequests(document, path).map((item) => withTimeout(item, words.timeoutMs))
  if (requests.length === 0) throw new UsageError('There is no request to run in it.')
  const environment =
    words.environment === null
      ? null
      : readEnvironmentFile(await readBytes(words.environment), basename(words.environment))
  return {
    name: nameOf(document) || basename(words.collection),
    requests,
    scopes: [
      { kind: 'environment', from: environment?.name ?? '', variables: environment?.variables ?? [] },
      { kind: 'environment', from: '--variable', variables: words.variables },
    ],
    environmentName: environment?.name ?? null,
    data: words.data === null ? null : await readData(words.data),
    scripts: notes.filter((note) => note.code === 'scripts-not-run').reduce((sum, note) => sum + note.count, 0),
  }
}

/**
 * The way to the first folder or request of a name, as indexes into `item`; those nearer the top come first.
 * @param wanted a name, or names of folders within each other split by `/`
 */
function findFolder(document: JsonObject, wanted: string): readonly number[] {
  const seen: string[] = []
  let level: readonly { readonly item: JsonObject; readonly path: readonly number[]; readonly names: string }[] = [
    { item: document, path: [], names: '' },
  ]
  while (level.length > 0) {
    const inner = level.flatMap(({ item, path, names }) =>
      itemsOf(item).map((child, at) => ({
        item: child,
        path: [...path, at],
        names: names === '' ? textOf(child.name) : `${names}/${textOf(child.name)}`,
      })),
    )
    const found = inner.find(
      ({ item, names }) => textOf(item.name) === wanted || names === wanted.replace(/ ?\/ ?/g, '/'),
    )
    if (found) return found.path
    seen.push(...inner.filter(({ item }) => Array.isArray(item.item)).map(({ names }) => names))
    level = inner
  }
  const known = seen.length === 0 ? 'It has no folders.' : `There are: ${seen.slice(0, 20).join(', ')}.`
  throw new UsageError(`The collection has no folder or request "${wanted}". ${known}`)
}

/** Places that are no objects are kept, so that the indexes are the file's. */
function itemsOf({ item }: JsonObject): readonly JsonObject[] {
  return Array.isArray(item) ? item.map((child: JsonValue) => (isJsonObject(child) ? child : {})) : []
}

function nameOf({ info }: JsonObject): string {
  return isJsonObject(info) ? textOf(info.name) : ''
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function withTimeout(item: RunnableRequest, timeoutMs: number | null): RunnableRequest {
  if (timeoutMs === null) return item
  return { ...item, request: { ...item.request, settings: { ...item.request.settings, timeoutMs } } }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function readData(path: string): Promise<DataFile> {
  try {
    return await readDataFileAt(path)
  } catch (error) {
    throw error instanceof AppError && error.code === 'file-unreadable' ? unreadable(path, error.cause) : error
  }
}

function unreadable(path: string, error: unknown): UsageError {
  return new UsageError(`The file "${path}" could not be read: ${error instanceof Error ? error.message : error}`)
}
