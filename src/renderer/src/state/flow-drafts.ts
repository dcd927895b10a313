import type { FlowAction } from '@shared/flow/action'
import { isUnsaved, keptActions, useFlowActions } from './flow-actions-store'
import { type FlowEdit, useFlowEdits } from './flow-edits'

const editsKey = 'flow-edits'
const stepsKey = 'flow-steps'

/**
 * Keeps unsaved edits of flows while the window is closed: takes up those of last time, and writes what is edited from
 * now on.
 * @param storage the browser's localStorage, or a stand-in
 */
export function keepFlowDrafts(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  useFlowEdits.setState({ edits: read<Readonly<Record<string, FlowEdit>>>(storage.getItem(editsKey)) })
  const steps = read<Readonly<Record<string, readonly FlowAction[]>>>(storage.getItem(stepsKey))
  for (const [flowId, actions] of Object.entries(steps)) keptActions.set(flowId, actions)
  useFlowEdits.subscribe(({ edits }) => write(editsKey, edits))
  useFlowActions.subscribe(({ flows }) => {
    for (const [flowId, state] of Object.entries(flows)) {
      if (state.state !== 'ready') continue
      if (isUnsaved(state)) keptActions.set(flowId, state.actions)
      else keptActions.delete(flowId)
    }
    write(stepsKey, Object.fromEntries(keptActions))
  })

  function write(key: string, drafts: object): void {
    try {
      storage.setItem(key, JSON.stringify(drafts))
    } catch {
      // The browser's store is full: the edits stay in the window, as they are, until they are saved.
    }
  }
}

/** What this window wrote itself; nothing where it is damaged. */
function read<Drafts extends object>(text: string | null): Drafts | Record<string, never> {
  try {
    return text === null ? {} : JSON.parse(text)
  } catch {
    return {}
  }
}
