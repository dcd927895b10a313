import type { ConditionAction, FlowAction } from './action'

/** A step that may stand in a condition's branch: every one but a condition. */
export type BranchAction = Exclude<FlowAction, ConditionAction>

export type Branch = 'ifTrue' | 'ifFalse'

/** The list that a step stands in: the flow's own (null), or a branch of a condition. */
export type StepList = { readonly conditionId: string; readonly branch: Branch } | null

/** Before which step of a list something goes; the list's length is its end. */
export type StepPlace = { readonly list: StepList; readonly index: number }

/** Every step, those in branches behind their condition. */
export function allActions(actions: readonly FlowAction[]): readonly FlowAction[] {
  return actions.flatMap((action) =>
    action.type === 'condition' ? [action, ...action.ifTrue, ...action.ifFalse] : [action],
  )
}

export function findAction(actions: readonly FlowAction[], id: string): FlowAction | null {
  return allActions(actions).find((action) => action.id === id) ?? null
}

/** Where a step stands; null when there is none of this id. */
export function placeOf(actions: readonly FlowAction[], id: string): StepPlace | null {
  const at = actions.findIndex((action) => action.id === id)
  if (at >= 0) return { list: null, index: at }
  for (const action of actions) {
    if (action.type !== 'condition') continue
    for (const branch of ['ifTrue', 'ifFalse'] as const) {
      const index = action[branch].findIndex((step) => step.id === id)
      if (index >= 0) return { list: { conditionId: action.id, branch }, index }
    }
  }
  return null
}

/** The steps of a list. */
export function stepsOf(actions: readonly FlowAction[], list: StepList): readonly FlowAction[] {
  if (list === null) return actions
  const condition = actions.find((action) => action.id === list.conditionId)
  return condition?.type === 'condition' ? condition[list.branch] : []
}

/** The steps with one of them put in the place of that with its id. A condition never goes into a branch. */
export function replaceAction(actions: readonly FlowAction[], changed: FlowAction): readonly FlowAction[] {
  const place = placeOf(actions, changed.id)
  return place ? editList(actions, place.list, (steps) => steps.with(place.index, changed)) : actions
}

export function insertAction(
  actions: readonly FlowAction[],
  place: StepPlace,
  action: FlowAction,
): readonly FlowAction[] {
  return editList(actions, place.list, (steps) => steps.toSpliced(place.index, 0, action))
}

export function removeAction(actions: readonly FlowAction[], id: string): readonly FlowAction[] {
  const place = placeOf(actions, id)
  return place ? editList(actions, place.list, (steps) => steps.toSpliced(place.index, 1)) : actions
}

/**
 * Moves a step to a place of the list as it is before the move. A condition cannot go into a branch; then nothing
 * changes.
 */
export function moveAction(actions: readonly FlowAction[], id: string, to: StepPlace): readonly FlowAction[] {
  const from = placeOf(actions, id)
  const action = findAction(actions, id)
  if (!from || !action || (action.type === 'condition' && to.list !== null)) return actions
  const isSameList = from.list?.conditionId === to.list?.conditionId && from.list?.branch === to.list?.branch
  const index = isSameList && to.index > from.index ? to.index - 1 : to.index
  return insertAction(removeAction(actions, id), { list: to.list, index }, action)
}

/** A name that no other step has: `Send an email`, `Send an email 2`, … */
export function freeName(actions: readonly FlowAction[], wanted: string): string {
  const taken = new Set(allActions(actions).map(({ name }) => name.toLowerCase()))
  const base = wanted.replace(/ \d+$/, '')
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${base} ${number}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

function editList(
  actions: readonly FlowAction[],
  list: StepList,
  edit: (steps: readonly FlowAction[]) => readonly FlowAction[],
): readonly FlowAction[] {
  if (list === null) return edit(actions)
  return actions.map((action) =>
    action.type === 'condition' && action.id === list.conditionId
      ? { ...action, [list.branch]: edit(action[list.branch]).filter(isBranchAction) }
      : action,
  )
}

function isBranchAction(action: FlowAction): action is BranchAction {
  return action.type !== 'condition'
}
