/** The two chosen entries, the older one first; null unless there are exactly two. */
export function chosenPair(selected: ReadonlySet<number>): readonly [number, number] | null {
  const [one, other] = [...selected].toSorted((a, b) => a - b)
  return selected.size === 2 && one !== undefined && other !== undefined ? [one, other] : null
}

/** How a row was chosen: alone, added to (or taken from) what is chosen, or with all from the focused one on. */
export type Choosing = 'alone' | 'toggle' | 'range'

/** Pure: what is chosen after a row was clicked or reached by key. @param ids the list, in its order */
export function chooseEntry(
  ids: readonly number[],
  before: { readonly selected: ReadonlySet<number>; readonly focusedId: number | null },
  id: number,
  how: Choosing,
): { readonly selected: ReadonlySet<number>; readonly focusedId: number | null } {
  if (how === 'toggle') {
    const selected = new Set(before.selected)
    if (selected.has(id) && selected.size > 1) selected.delete(id)
    else selected.add(id)
    const focusedId = selected.has(id) ? id : ([...selected].at(-1) ?? null)
    return { selected, focusedId }
  }
  const from = before.focusedId === null ? -1 : ids.indexOf(before.focusedId)
  const to = ids.indexOf(id)
  if (how === 'alone' || from < 0 || to < 0) return { selected: new Set([id]), focusedId: id }
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { selected: new Set([...before.selected, ...range]), focusedId: id }
}
