import type { Flow } from '@shared/flow/flow'
import type { SchemaTrial } from '@shared/schema/schema-trial'
import { useEffect, useState } from 'react'
import { callEngine } from '../state/bridge'
import { useFlowActivity } from '../state/flow-activity-store'

/** While someone types, the schema is tried this long after the last key. */
const pauseMs = 300

export type Trial =
  | { readonly state: 'checking'; readonly last: SchemaTrial | null }
  | { readonly state: 'checked'; readonly last: SchemaTrial }
  /** The engine did not answer; the next key, or the next lead, asks anew. */
  | { readonly state: 'unavailable'; readonly last: null }

type Answer = { readonly text: string; readonly trial: SchemaTrial | null }

/** What a schema that is being edited has wrong and says to the flow's last leads; asked anew with each lead. */
export function useSchemaTrial(flow: Flow, schemaText: string): Trial {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const activity = useFlowActivity((state) => state.activity.get(flow.id))
  const { id } = flow
  // biome-ignore lint/correctness/useExhaustiveDependencies: a lead that came or went changes what is said
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      callEngine('flow.try-schema', { id, schemaText }).then(
        (trial) => isCurrent && setAnswer({ text: schemaText, trial }),
        () => isCurrent && setAnswer({ text: schemaText, trial: null }),
      )
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [id, schemaText, activity])
  if (answer === null || answer.text !== schemaText) return { state: 'checking', last: answer?.trial ?? null }
  return answer.trial ? { state: 'checked', last: answer.trial } : { state: 'unavailable', last: null }
}
