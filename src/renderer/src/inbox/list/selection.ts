import type { InboxState } from '../../state/inbox-store'

export type Selection = InboxState['selection']

/** A selection, and the lead whose detail is shown with it. */
export type Choice = { readonly selection: Selection; readonly focusedId: number | null }

/** Whether a lead is chosen; "all" is everything the query finds, so every row of the list. */
export function isSelected(selection: Selection, id: number): boolean {
  return selection === 'all' || selection.ids.has(id)
}

/** How many are chosen, of `found` that the query finds. */
export function countSelected(selection: Selection, found: number): number {
  return selection === 'all' ? found : selection.ids.size
}

/** The choice with one lead put in or taken out. Out of "all" only the lead itself stays: the rest cannot be named. */
export function toggleSelected(selection: Selection, id: number): Choice {
  if (selection === 'all') return { selection: { ids: new Set([id]) }, focusedId: id }
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { selection: { ids }, focusedId: ids.has(id) ? id : ([...ids].at(-1) ?? null) }
}

/** The two chosen leads, the earlier first; null unless exactly two are chosen. */
export function chosenPair(selection: Selection): readonly [number, number] | null {
  if (selection === 'all' || selection.ids.size !== 2) return null
  const [one, other] = [...selection.ids].sort((first, second) => first - second)
  return one === undefined || other === undefined ? null : [one, other]
}
