import { randomUUID } from 'node:crypto'
import { AppError, toErrorData } from '@shared/app-error'
import { assertNever } from '@shared/assert-never'
import type { ImportNote, ImportOutcome } from '@shared/collection/node-content'
import { readCurl } from '@shared/curl/read-curl'
import type { JsonObject } from '@shared/json-value'
import type { EnvironmentStore } from '../environments/environment-store'
import { stemOf } from './collection-format'
import type { CollectionStore, Place } from './collection-store'
import { indexDocument } from './document-index'
import { countSecretValues } from './document-secrets'
import { collectionSchemaUrl } from './formats/collection-schema-url'
import { decodeText } from './formats/decode-text'
import { detectFormat } from './formats/detect-format'
import { readEnvironmentFile } from './formats/environment-file'
import { readCollection } from './formats/read-collection'
import { readHar } from './formats/read-har'
import { newRequestItem } from './formats/write-item'

export type ImportParts = { readonly collections: CollectionStore; readonly environments: EnvironmentStore }

/** A file or text to import; `read` is called when its turn comes. */
export type ImportSource = { readonly name: string; readonly read: () => Uint8Array | Promise<Uint8Array> }

type Imported = Omit<ImportOutcome, 'failures'>

const nothing: Imported = { collections: [], environments: [], requests: 0, notes: [] }

/**
 * Imports one after the other, each told by its content; one that fails is named in the outcome and stops no other.
 * @param into where the requests of cURL commands go; null makes a collection of them
 */
export async function importSources(
  parts: ImportParts,
  sources: readonly ImportSource[],
  into: Place | null,
): Promise<ImportOutcome> {
  const imported: Imported[] = []
  const failures: ImportOutcome['failures'][number][] = []
  for (const { name, read } of sources) {
    try {
      imported.push(await importBytes(parts, name, await read(), into))
    } catch (error) {
      failures.push({ name, error: toErrorData(error) })
    }
  }
  return {
    collections: imported.flatMap(({ collections }) => collections),
    environments: imported.flatMap(({ environments }) => environments),
    requests: imported.reduce((sum, { requests }) => sum + requests, 0),
    notes: mergeNotes(imported.flatMap(({ notes }) => notes)),
    failures,
  }
}

async function importBytes(parts: ImportParts, name: string, bytes: Uint8Array, into: Place | null): Promise<Imported> {
  const format = detectFormat(bytes)
  switch (format) {
    case 'postman-collection': {
      const { document, notes } = readCollection(bytes, name)
      return addDocument(parts, name, document, notes)
    }
    case 'har': {
      const { document, notes } = readHar(bytes, name)
      return addDocument(parts, name, document, notes)
    }
    case 'postman-environment':
    case 'postman-globals': {
      const file = readEnvironmentFile(bytes, name)
      const environment = await parts.environments.create(file.name, file.variables)
      const secrets = file.variables.filter(({ secret, value }) => secret && value !== '').length
      return { ...nothing, environments: [environment.id], notes: secretNotes(secrets) }
    }
    case 'curl':
      return importCurl(parts, name, decodeText(bytes), into)
    case 'unknown':
      throw damagedOrUnknown(bytes, name)
    default:
      return assertNever(format)
  }
}

async function addDocument(
  { collections }: ImportParts,
  name: string,
  document: JsonObject,
  notes: readonly ImportNote[],
): Promise<Imported> {
  const requests = countRequests(name, document)
  const secrets = secretNotes(countSecretValues(document))
  const id = await collections.addDocument(document)
  return { ...nothing, collections: [id], requests, notes: [...notes, ...secrets] }
}

/** @throws AppError `import-not-valid` {name, detail} for folders that are nested without end */
function countRequests(name: string, document: JsonObject): number {
  try {
    return indexDocument(document).items.filter(({ kind }) => kind === 'request').length
  } catch (cause) {
    const { params } = toErrorData(cause)
    throw new AppError('import-not-valid', { name, detail: params.detail ?? '' }, { cause })
  }
}

async function importCurl(
  { collections }: ImportParts,
  name: string,
  text: string,
  into: Place | null,
): Promise<Imported> {
  const commands = readCurl(text)
  if (commands.length === 0) throw new AppError('import-not-known', { name })
  const notes = commands.flatMap((command) => command.notes)
  const contents = commands.map((command) => ({
    name: command.name || 'Request',
    description: '',
    request: command.request,
    checks: [],
  }))
  if (into !== null) {
    for (const content of contents) await collections.createRequest(into, content)
    return { ...nothing, requests: contents.length, notes }
  }
  const info = { _postman_id: randomUUID(), name: stemOf(name), schema: collectionSchemaUrl }
  const id = await collections.addDocument({ info, item: contents.map(newRequestItem) })
  return { ...nothing, collections: [id], requests: contents.length, notes }
}

/** A file that begins like JSON is a damaged one of ours sooner than one of another kind. */
function damagedOrUnknown(bytes: Uint8Array, name: string): unknown {
  const text = decodeText(bytes)
  if (!/^\s*[[{]/.test(text)) return new AppError('import-not-known', { name })
  try {
    JSON.parse(text)
    return new AppError('import-not-known', { name })
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    return new AppError('import-not-valid', { name, detail }, { cause })
  }
}

function secretNotes(count: number): readonly ImportNote[] {
  return count === 0 ? [] : [{ code: 'secrets-moved', count, detail: '' }]
}

/** One note of each kind, over all files. */
function mergeNotes(notes: readonly ImportNote[]): readonly ImportNote[] {
  const merged = new Map<ImportNote['code'], ImportNote>()
  for (const note of notes) {
    const before = merged.get(note.code)
    const details = new Set([before?.detail, note.detail].filter((detail) => detail))
    merged.set(note.code, { ...note, count: (before?.count ?? 0) + note.count, detail: [...details].join(', ') })
  }
  return [...merged.values()]
}
