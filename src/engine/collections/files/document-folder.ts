import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@shared/app-error'
import { postmanStyle } from '../formats/collection-text'
import type { FileFormat } from './file-format'
import { besideFileName, newFileName } from './file-names'
import { contentOf, digestOf, type FolderFile, findRenamed, isOurs, type ReadFile } from './folder-file'
import { compareNames, makeFolder, namesIn, namesInSync } from './folder-names'
import { createInTurn } from './in-turn'
import { readFileAgain, readFileNow } from './read-folder-file'
import { type FolderWatch, watchFolder } from './watch-folder'
import { writeFileAtomically } from './write-file-atomically'

/** What became of the folder's files, told after it is so on disk. */
export type FolderChange<Content> = {
  readonly changed: readonly FolderFile<Content>[]
  readonly removed: readonly string[]
  /** Old name to new name of files that another program renamed; they are in `removed` and `changed` too. */
  readonly renamed: ReadonlyMap<string, string>
  /** Of the changed, those that another program has added. */
  readonly added: readonly string[]
}

/** Changes files; lives as long as the work of {@link DocumentFolder.edit}. All throw `disk-full`, `file-not-written`. */
export type FolderEditor<Content> = {
  /** The newest content. Throws `node-not-found`, `collection-unreadable` {name, detail}. */
  readonly read: (fileName: string) => Promise<Content>
  /**
   * Writes what `change` makes of the newest content; the same content writes nothing. `change` runs again when another
   * program was faster.
   */
  readonly change: <Result>(
    fileName: string,
    change: (content: Content) => { readonly content: Content; readonly result: Result },
  ) => Promise<Result>
  /** Writes a new file, under a free name like `name`, which is given back; `make` makes the content for that name. */
  readonly add: (name: string, make: (fileName: string) => Content) => Promise<string>
  /** A free name, for a file that is brought from elsewhere. */
  readonly freeName: (fileName: string) => Promise<string>
  /** Notes what was done to a file by other means (moved away, brought back). */
  readonly reread: (fileName: string) => Promise<void>
}

/** A folder of files of one format, as another program may change it at any time. */
export type DocumentFolder<Content> = {
  readonly path: () => string
  /** By name. The first call reads the folder. */
  readonly files: () => readonly FolderFile<Content>[]
  readonly find: (fileName: string) => FolderFile<Content> | null
  /** One work at a time. */
  readonly edit: <Result>(work: (editor: FolderEditor<Content>) => Promise<Result>) => Promise<Result>
  /** Reads what has changed on disk. */
  readonly refresh: () => Promise<void>
  /** Reads another folder from now on. */
  readonly switchTo: (path: string) => Promise<void>
  /** Finishes what has begun. */
  readonly close: () => Promise<void>
}

const rivalAttempts = 20
/** A file that has just been written by another program may be half of itself for a moment. */
const settleMs = 200

export function createDocumentFolder<Content>(
  startPath: string,
  format: FileFormat<Content>,
  onChange: (change: FolderChange<Content>) => void,
): DocumentFolder<Content> {
  const inTurn = createInTurn()
  let path = startPath
  let known = new Map<string, ReadFile<Content>>()
  let loaded = false
  let watcher: FolderWatch | null = null
  let closed = false

  const isCandidate = (name: string): boolean => !name.startsWith('.') && format.matches(name)

  function load(): void {
    if (loaded) return
    loaded = true
    for (const name of namesInSync(path).filter(isCandidate)) {
      const file = readFileNow(format, path, name)
      if (file) known.set(name, file)
    }
    watcher = watchFolder(path, () => void refresh().catch(waitForTheNext))
  }

  /** Reads a file again where its stamp has changed. Gives what is known now, and whether that differs from before. */
  async function readAgain(
    name: string,
  ): Promise<{ readonly file: ReadFile<Content> | null; readonly differs: boolean }> {
    const before = known.get(name) ?? null
    let file = await readFileAgain(format, path, name, before)
    if (file?.problem && before?.content) {
      await wait(settleMs)
      file = await readFileAgain(format, path, name, before)
    }
    if (file === null) known.delete(name)
    else known.set(name, file)
    return { file, differs: file?.digest !== before?.digest }
  }

  async function readFolder(): Promise<void> {
    load()
    const before = known
    const present = new Set((await namesIn(path)).filter(isCandidate))
    const changed: ReadFile<Content>[] = []
    const removed: ReadFile<Content>[] = []
    const added: string[] = []
    for (const name of new Set([...known.keys(), ...present])) {
      const old = before.get(name) ?? null
      const { file, differs } = await readAgain(name)
      if (!differs) continue
      if (file && isOurs(file)) {
        changed.push(file)
        if (!old || !isOurs(old)) added.push(name)
      } else if (old && isOurs(old)) removed.push(old)
    }
    tell(changed, removed, added)
  }

  function tell(
    changed: readonly FolderFile<Content>[],
    removed: readonly FolderFile<Content>[],
    added: readonly string[] = [],
  ): void {
    if (changed.length + removed.length === 0) return
    const renamed = findRenamed(format, changed, removed)
    onChange({ changed, removed: removed.map((file) => file.fileName), renamed, added })
  }

  function refresh(): Promise<void> {
    return inTurn(async () => {
      if (!closed) await readFolder()
    })
  }

  /** Reads a file again and tells what became of it. */
  async function reread(name: string): Promise<ReadFile<Content> | null> {
    load()
    const old = known.get(name) ?? null
    const { file, differs } = await readAgain(name)
    if (differs && file && isOurs(file)) tell([file], [])
    else if (differs && old && isOurs(old)) tell([], [old])
    return file
  }

  async function current(name: string): Promise<ReadFile<Content>> {
    // A name from outside must not lead out of the folder.
    if (!isCandidate(name) || /[\\/]/.test(name)) throw new AppError('node-not-found')
    const file = await reread(name)
    if (file === null || !isOurs(file)) throw new AppError('node-not-found')
    return file
  }

  async function write(name: string, content: Content, before: ReadFile<Content> | null): Promise<boolean> {
    const style = before?.style ?? postmanStyle
    const text = format.write(content, style)
    const stamp = await writeFileAtomically(join(path, name), text, before?.stamp ?? null)
    if (stamp === null) return false
    const file = { fileName: name, content, problem: null, stamp, digest: digestOf(text), style }
    known.set(name, file)
    tell([file], [])
    return true
  }

  const editor: FolderEditor<Content> = {
    read: async (name) => contentOf(await current(name)),
    change: async (name, change) => {
      for (let attempt = 0; attempt < rivalAttempts; attempt++) {
        const file = await current(name)
        const before = contentOf(file)
        const { content, result } = change(before)
        if (content === before || (await write(name, content, file))) return result
      }
      throw new AppError('file-not-written', { file: name, detail: 'Another program keeps changing it.' })
    },
    add: async (wish, make) => {
      load()
      makeFolder(path)
      for (let attempt = 0; attempt < rivalAttempts; attempt++) {
        const name = newFileName(wish, format.extension, await namesIn(path))
        if (await write(name, make(name), null)) return name
      }
      throw new AppError('file-not-written', { file: wish, detail: 'Another program keeps taking its name.' })
    },
    freeName: async (name) => {
      makeFolder(path)
      const taken = await namesIn(path)
      return taken.includes(name) ? besideFileName(name, format.extension, taken) : name
    },
    reread: async (name) => void (await reread(name)),
  }

  return {
    path: () => path,
    files: () => {
      load()
      return [...known.values()].filter(isOurs).toSorted((one, other) => compareNames(one.fileName, other.fileName))
    },
    find: (name) => {
      load()
      const file = known.get(name)
      return file && isOurs(file) ? file : null
    },
    edit: (work) => inTurn(() => work(editor)),
    refresh,
    switchTo: (next) =>
      inTurn(async () => {
        const removed = [...known.values()].filter(isOurs)
        watcher?.close()
        path = next
        known = new Map()
        loaded = false
        if (removed.length > 0)
          onChange({ changed: [], removed: removed.map((file) => file.fileName), renamed: new Map(), added: [] })
        load()
        tell([...known.values()].filter(isOurs), [])
      }),
    close: () =>
      inTurn(async () => {
        closed = true
        watcher?.close()
      }),
  }
}

/** A full disk while taking in a change must not end the process; the next call that meets it says so. */
function waitForTheNext(error: unknown): void {
  if (!(error instanceof AppError)) throw error
}
