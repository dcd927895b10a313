import type { Variable } from '@shared/collection/node-content'
import type { SecretStorage } from '@shared/environment/environment'
import type { SecretTable } from '../storage/secret-table'
import type { SecretBox } from './secret-box'

/** Whose variables they are: an environment or collection (`itemId` null), or a folder in a collection. */
export type SecretOwner = { readonly fileName: string; readonly itemId: string | null }

/**
 * The values of secret variables, which are never in a file: there they are ''. A value is found by its file's name, the
 * folder's id, the variable's name and how many of that name stand before it.
 */
export type SecretStore = {
  readonly storage: () => SecretStorage
  /** From now on values are kept, those of this session too: the user agreed to it, or the keyring was opened. */
  readonly adoptBox: (box: SecretBox) => void
  /** The variables with their secret values. A value that the file itself has (changed outside) wins. */
  readonly fill: (owner: SecretOwner, variables: readonly Variable[]) => readonly Variable[]
  /** Keeps the secret values; gives the variables as they go into the file. */
  readonly keep: (owner: SecretOwner, variables: readonly Variable[]) => readonly Variable[]
  /** Removes what the owner's variables no longer name; called once the file is written. */
  readonly forgetOthers: (owner: SecretOwner, variables: readonly Variable[]) => void
  readonly copy: (from: SecretOwner, to: SecretOwner) => void
  readonly remove: (owner: SecretOwner) => void
  /** All that belongs to a file goes to its new name. */
  readonly renameFile: (from: string, to: string) => void
  readonly removeFile: (fileName: string) => void
  /** The files that have secrets. */
  readonly fileNames: () => readonly string[]
}

type SecretName = { readonly owner: SecretOwner; readonly variable: string; readonly ordinal: number }

/** Over the table where the box has a lasting key; else in memory, and the table is left for the day the key is back. */
export function createSecretStore(box: SecretBox, table: SecretTable): SecretStore {
  let storage = box.storage
  let values = storage === 'encrypted' ? inTable(box, table) : inMemory()

  function namesOf(owner: SecretOwner): readonly SecretName[] {
    return values.names().filter((name) => sameOwner(name.owner, owner))
  }

  function namesOfFile(fileName: string): readonly SecretName[] {
    return values.names().filter((name) => name.owner.fileName === fileName)
  }

  function copyAll(names: readonly SecretName[], toOwner: (owner: SecretOwner) => SecretOwner): readonly ValueChange[] {
    return names.map((name) => ({ name: { ...name, owner: toOwner(name.owner) }, value: values.get(name) }))
  }

  /** What another key has sealed cannot be sealed anew under another name: it stays where it is. */
  const isReadable = (name: SecretName): boolean => values.get(name) !== null

  const removal = (name: SecretName): ValueChange => ({ name, value: null })

  return {
    storage: () => storage,
    adoptBox: (next) => {
      if (next.storage !== 'encrypted' || storage === 'encrypted') return
      const kept = inTable(next, table)
      kept.write(values.names().map((name) => ({ name, value: values.get(name) })))
      values = kept
      storage = next.storage
    },
    fill: (owner, variables) =>
      withOrdinals(variables).map(({ variable, ordinal }) => {
        if (!variable.secret || variable.value !== '') return variable
        return { ...variable, value: values.get({ owner, variable: variable.name, ordinal }) ?? '' }
      }),
    keep: (owner, variables) => {
      const secrets = withOrdinals(variables).filter(({ variable }) => variable.secret)
      values.write(
        secrets.flatMap(({ variable, ordinal }) => {
          const name = { owner, variable: variable.name, ordinal }
          if (variable.value !== '') return [{ name, value: variable.value }]
          // An empty value clears what could be read; what another key has sealed was never shown, so it stays.
          return values.get(name) === null ? [] : [removal(name)]
        }),
      )
      return variables.map((variable) => (variable.secret ? { ...variable, value: '' } : variable))
    },
    forgetOthers: (owner, variables) => {
      const kept = new Set(
        withOrdinals(variables)
          .filter(({ variable }) => variable.secret)
          .map(({ variable, ordinal }) => toKey({ owner, variable: variable.name, ordinal })),
      )
      values.write(
        namesOf(owner)
          .filter((name) => !kept.has(toKey(name)))
          .map(removal),
      )
    },
    copy: (from, to) => values.write(copyAll(namesOf(from).filter(isReadable), () => to)),
    remove: (owner) => values.write(namesOf(owner).map(removal)),
    renameFile: (from, to) => {
      const names = namesOfFile(from).filter(isReadable)
      values.write([...copyAll(names, (owner) => ({ ...owner, fileName: to })), ...names.map(removal)])
    },
    removeFile: (fileName) => values.write(namesOfFile(fileName).map(removal)),
    fileNames: () => [...new Set(values.names().map(({ owner }) => owner.fileName))],
  }
}

type ValueChange = { readonly name: SecretName; readonly value: string | null }

type Values = {
  readonly get: (name: SecretName) => string | null
  readonly names: () => readonly SecretName[]
  readonly write: (changes: readonly ValueChange[]) => void
}

function inTable(box: SecretBox, table: SecretTable): Values {
  return {
    get: (name) => {
      const key = toKey(name)
      const sealed = table.get(key)
      return sealed === null ? null : box.open(key, sealed)
    },
    names: () => table.names().flatMap((key) => fromKey(key) ?? []),
    write: (changes) =>
      table.write(
        changes.map(({ name, value }) => {
          const key = toKey(name)
          return { name: key, sealed: value === null ? null : box.seal(key, value) }
        }),
      ),
  }
}

function inMemory(): Values {
  const values = new Map<string, string>()
  return {
    get: (name) => values.get(toKey(name)) ?? null,
    names: () => [...values.keys()].flatMap((key) => fromKey(key) ?? []),
    write: (changes) => {
      for (const { name, value } of changes) {
        if (value === null) values.delete(toKey(name))
        else values.set(toKey(name), value)
      }
    },
  }
}

function toKey({ owner, variable, ordinal }: SecretName): string {
  return JSON.stringify([owner.fileName, owner.itemId, variable, ordinal])
}

/** null for a name that is not of a variable. */
function fromKey(key: string): SecretName | null {
  const parts: unknown = JSON.parse(key)
  if (!Array.isArray(parts)) return null
  const [fileName, itemId, variable, ordinal]: unknown[] = parts
  if (typeof fileName !== 'string' || typeof variable !== 'string' || typeof ordinal !== 'number') return null
  return { owner: { fileName, itemId: typeof itemId === 'string' ? itemId : null }, variable, ordinal }
}

function sameOwner(one: SecretOwner, other: SecretOwner): boolean {
  return one.fileName === other.fileName && one.itemId === other.itemId
}

/** How many secret variables of the same name stand before each: names may be doubled. */
function withOrdinals(variables: readonly Variable[]): readonly { variable: Variable; ordinal: number }[] {
  const seen = new Map<string, number>()
  return variables.map((variable) => {
    const ordinal = seen.get(variable.name) ?? 0
    if (variable.secret) seen.set(variable.name, ordinal + 1)
    return { variable, ordinal }
  })
}
