import { moveTab, reopenTab } from './composer-state'
import { activateDraft, useComposer } from './composer-store'

/** Opens what was closed last; false when there is nothing. */
export function reopenClosed(): boolean {
  const hasAny = useComposer.getState().closed.length > 0
  if (hasAny) useComposer.setState(reopenTab)
  return hasAny
}

/** Shows the next tab (1) or the one before (-1), around the ends. */
export function showNeighbour(step: 1 | -1): void {
  const { tabs, activeTab } = useComposer.getState().workspace
  const at = activeTab === null ? 0 : tabs.indexOf(activeTab)
  const next = tabs[(at + step + tabs.length) % tabs.length]
  if (next !== undefined) activateDraft(next)
}

/** Moves a tab one place. */
export function moveDraft(id: string, step: 1 | -1): void {
  const { tabs } = useComposer.getState().workspace
  const before = step === 1 ? tabs[tabs.indexOf(id) + 2] : tabs[tabs.indexOf(id) - 1]
  if (step === -1 && before === undefined) return
  moveDraftBefore(id, before ?? null)
}

/** Puts a tab before another; at the end with null. */
export function moveDraftBefore(id: string, beforeId: string | null): void {
  useComposer.setState((state) => moveTab(state, id, beforeId))
}
