import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { FlowAction } from '@shared/flow/action'
import { create } from 'zustand'
import { callEngine, onEngineConnected } from './bridge'
import { structurallyEqual } from './structurally-equal'

export type FlowActionsState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppErrorData }
  | {
      readonly state: 'ready'
      /** As the engine keeps them. */
      readonly saved: readonly FlowAction[]
      /** As they are edited. */
      readonly actions: readonly FlowAction[]
      /** Why the last attempt to save failed, or to read them anew. */
      readonly saveError: AppErrorData | null
    }

/** The steps of flows that were opened, by the flow's id; edits stay until they are saved or reverted. */
export const useFlowActions = create<{ readonly flows: Readonly<Record<string, FlowActionsState>> }>(() => ({
  flows: {},
}))

/** Reads the steps of a flow unless they are there already. Read again where a new engine may know others. */
export function loadActions(flowId: string): void {
  follow()
  const known = useFlowActions.getState().flows[flowId]
  if (known && known.state !== 'failed') return
  setState(flowId, { state: 'loading' })
  void read(flowId)
}

export function changeActions(flowId: string, change: (actions: readonly FlowAction[]) => readonly FlowAction[]): void {
  const known = useFlowActions.getState().flows[flowId]
  if (known?.state === 'ready') setState(flowId, { ...known, actions: change(known.actions), saveError: null })
}

/** Saves what was edited. Rejects with the `AppError` that is then also shown above the cards. */
export async function saveActions(flowId: string): Promise<void> {
  const before = useFlowActions.getState().flows[flowId]
  if (before?.state !== 'ready' || !isUnsaved(before)) return
  const sent = before.actions
  try {
    const saved = await callEngine('flow-actions.save', { flowId, actions: structuredClone(sent) as FlowAction[] })
    const now = useFlowActions.getState().flows[flowId]
    // What was typed meanwhile stays.
    if (now?.state === 'ready') {
      setState(flowId, { ...now, saved, actions: now.actions === sent ? saved : now.actions, saveError: null })
    }
  } catch (error) {
    const now = useFlowActions.getState().flows[flowId]
    if (now?.state === 'ready') setState(flowId, { ...now, saveError: toErrorData(error) })
    throw error
  }
}

/** Throws the edits away. */
export function revertActions(flowId: string): void {
  const known = useFlowActions.getState().flows[flowId]
  if (known?.state === 'ready') setState(flowId, { ...known, actions: known.saved, saveError: null })
}

export function useActionsUnsaved(flowId: string): boolean {
  return useFlowActions(({ flows }) => isUnsaved(flows[flowId]))
}

/** Pure: whether there are edits to be saved. */
export function isUnsaved(state: FlowActionsState | undefined): boolean {
  return state?.state === 'ready' && !structurallyEqual(state.saved, state.actions)
}

/** Pure: why the last attempt to save failed. */
export function saveErrorOf(state: FlowActionsState | undefined): AppErrorData | null {
  return state?.state === 'ready' ? state.saveError : null
}

async function read(flowId: string): Promise<void> {
  try {
    const saved = await callEngine('flow-actions.get', { flowId })
    const known = useFlowActions.getState().flows[flowId]
    const actions = known?.state === 'ready' && isUnsaved(known) ? known.actions : saved
    setState(flowId, { state: 'ready', saved, actions, saveError: null })
  } catch (error) {
    const data = toErrorData(error)
    // A stopped engine is followed by a new connection, which reads again.
    if (data.code === 'engine-stopped') return
    const known = useFlowActions.getState().flows[flowId]
    // What is there stays: it may have been edited.
    setState(flowId, known?.state === 'ready' ? { ...known, saveError: data } : { state: 'failed', error: data })
  }
}

let isFollowing = false

function follow(): void {
  if (isFollowing) return
  isFollowing = true
  onEngineConnected(() => {
    for (const flowId of Object.keys(useFlowActions.getState().flows)) void read(flowId)
  })
}

function setState(flowId: string, state: FlowActionsState): void {
  useFlowActions.setState(({ flows }) => ({ flows: { ...flows, [flowId]: state } }))
}
