import type { Hydration } from '@shared/contract/engine-commands'
import type { Flow } from '@shared/flow/flow'
import { buildFlowUrl } from '@shared/flow/flow-url'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { Settings } from '@shared/settings'
import { chosenFlow, useChosenFlow } from './chosen-flow'
import { useEngine } from './engine-store'
import { useSettings } from './settings-store'

/** The flow that the window shows, and its URL under the chosen base address. */
export type FlowAddress = {
  readonly flow: Flow
  readonly port: number
  /** The whole URL with its secret: only for the clipboard and where the user asked to see it. */
  readonly url: string
  readonly masked: string
  readonly isPublic: boolean
}

/**
 * Pure: null before the engine is known. A tenant-only flow's URL has no signature.
 * @param chosenId the flow that is meant; the first that is not deleted where it is null or gone
 */
export function flowAddress(
  hydration: Hydration | null,
  settings: Settings,
  chosenId: string | null = null,
): FlowAddress | null {
  const flow = hydration ? chosenFlow(hydration.flows, chosenId) : undefined
  if (!hydration || !flow) return null
  const port = hydration.receiver.state === 'listening' ? hydration.receiver.port : settings.engine.port
  const isPublic = settings.urlBase === 'public' && settings.publicBaseUrl !== ''
  const base = isPublic ? settings.publicBaseUrl : `http://127.0.0.1:${port}`
  const signature = flow.triggeredBy === 'tenant' ? null : flow.signature
  const url = buildFlowUrl(base, { id: flow.id, signature }, settings.urlShape)
  return { flow, port, url, masked: maskUrlSecrets(url), isPublic }
}

export function useFlowAddress(): FlowAddress | null {
  const hydration = useEngine((state) => state.hydration)
  const settings = useSettings((state) => state.settings)
  const chosenId = useChosenFlow((state) => state.id)
  return flowAddress(hydration, settings, chosenId)
}

/** The same outside of components. */
export function currentFlowAddress(): FlowAddress | null {
  return flowAddress(useEngine.getState().hydration, useSettings.getState().settings, useChosenFlow.getState().id)
}

/** The first flow's URL at this computer, with its secret, as the engine fills `flowUrl`. */
export function localFlowUrl(): string | null {
  const { settings } = useSettings.getState()
  return flowAddress(useEngine.getState().hydration, { ...settings, urlBase: 'local' })?.url ?? null
}
