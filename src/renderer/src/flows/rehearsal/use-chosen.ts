import { useEffect, useState } from 'react'

/**
 * Which of a list's rows is read. The newest to begin with; from then on it stays, also when newer ones come before
 * anything was chosen.
 */
export function useChosen<Row extends { readonly id: number }>(
  rows: readonly Row[],
): { readonly chosen: Row | undefined; readonly choose: (id: number) => void } {
  const [chosenId, choose] = useState<number | null>(null)
  const chosen = rows.find(({ id }) => id === chosenId) ?? rows[0]
  const shownId = chosen?.id ?? null
  useEffect(() => choose(shownId), [shownId])
  return { chosen, choose }
}
