import type { FlowAction } from '@shared/flow/action'
import { createContext, useContext } from 'react'

/** What the cards of a flow's steps share. */
export type Steps = {
  readonly flowId: string
  readonly actions: readonly FlowAction[]
  readonly openIds: ReadonlySet<string>
  readonly change: (change: (actions: readonly FlowAction[]) => readonly FlowAction[]) => void
  /** Unfolds a card, or folds it. */
  readonly setOpen: (id: string, isOpen: boolean) => void
}

export const StepsContext = createContext<Steps | null>(null)

export function useSteps(): Steps {
  const steps = useContext(StepsContext)
  if (!steps) throw new Error('Cards stand in an ActionsEditor')
  return steps
}
