import { useCallback, useRef } from 'react'

let lastId = 0

/**
 * Ids for rows that have none: they stay with a row that is moved, so that its editors keep cursor and undo. The line
 * for a new row is the last one and keeps its id when it becomes a row.
 */
export function useRowIds(count: number): {
  readonly ids: readonly number[]
  readonly moveId: (from: number, to: number) => void
  readonly removeId: (at: number) => void
} {
  const ids = useRef<readonly number[]>([])
  if (ids.current.length !== count) {
    const kept = ids.current.slice(0, count)
    ids.current = [...kept, ...Array.from({ length: count - kept.length }, () => ++lastId)]
  }
  const moveId = useCallback((from: number, to: number) => {
    const id = ids.current[from]
    if (id !== undefined) ids.current = ids.current.toSpliced(from, 1).toSpliced(to, 0, id)
  }, [])
  const removeId = useCallback((at: number) => {
    ids.current = ids.current.toSpliced(at, 1)
  }, [])
  return { ids: ids.current, moveId, removeId }
}
