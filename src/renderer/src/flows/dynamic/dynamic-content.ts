import type { LeadSummary } from '@shared/lead/lead-summary'
import type { TriggerOutputs } from '@shared/template/fill-template'
import type { TriggerToken } from '@shared/template/trigger-tokens'
import { createContext, useContext } from 'react'

/** The stored lead that texts with dynamic content are shown with. */
export type PreviewLead = { readonly summary: LeadSummary; readonly outputs: TriggerOutputs }

/** What all fields of a flow's steps know: the tokens that can be chosen, and the lead of the preview. */
export type DynamicContent = { readonly tokens: readonly TriggerToken[]; readonly preview: PreviewLead | null }

export const DynamicContentContext = createContext<DynamicContent>({ tokens: [], preview: null })

export function useDynamicContent(): DynamicContent {
  return useContext(DynamicContentContext)
}
