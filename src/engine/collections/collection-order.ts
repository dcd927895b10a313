import type { ComposerStateTable } from '../storage/composer-state-table'

/** The order of the collections, kept in the engine's own state: in the folder it would be noise under git. */
export type CollectionOrder = {
  /** Files that were never placed come last, by name. */
  readonly sort: (fileNames: readonly string[]) => readonly string[]
  /** Places files before another; null is the end. `present` is what there is now. */
  readonly place: (present: readonly string[], moved: readonly string[], before: string | null) => void
  readonly rename: (from: string, to: string) => void
}

const stateName = 'collection-order'
/** Names of files that are gone keep their place for the day they come back, to a bound. */
const rememberedNames = 2000

export function createCollectionOrder(state: ComposerStateTable): CollectionOrder {
  function known(): readonly string[] {
    const stored = state.get(stateName)
    return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : []
  }

  function sort(fileNames: readonly string[]): readonly string[] {
    const rank = new Map(known().map((name, index) => [name, index]))
    const last = rank.size
    return fileNames.toSorted((one, other) => (rank.get(one) ?? last) - (rank.get(other) ?? last))
  }

  return {
    sort,
    place: (present, moved, before) => {
      const all = [...new Set([...known(), ...sort(present)])].filter((name) => !moved.includes(name))
      const at = before === null ? -1 : all.indexOf(before)
      const placed = at < 0 ? [...all, ...moved] : all.toSpliced(at, 0, ...moved)
      state.set(stateName, placed.slice(-rememberedNames))
    },
    rename: (from, to) => {
      if (!known().includes(from)) return
      const names = known().filter((name) => name !== to)
      state.set(
        stateName,
        names.map((name) => (name === from ? to : name)),
      )
    },
  }
}
