import type { FlowAction } from '@shared/flow/action'
import { moveAction, placeOf, stepsOf } from '@shared/flow/action-tree'

/** Pure: whether a step can go a place up or down in its list. */
export function canMove(actions: readonly FlowAction[], id: string, by: -1 | 1): boolean {
  const place = placeOf(actions, id)
  if (!place) return false
  const to = place.index + by
  return to >= 0 && to < stepsOf(actions, place.list).length
}

/** Pure: the steps with one of them a place further up or down in its list. */
export function moveStep(actions: readonly FlowAction[], id: string, by: -1 | 1): readonly FlowAction[] {
  const place = placeOf(actions, id)
  if (!place || !canMove(actions, id, by)) return actions
  return moveAction(actions, id, { list: place.list, index: place.index + (by === 1 ? 2 : -1) })
}
