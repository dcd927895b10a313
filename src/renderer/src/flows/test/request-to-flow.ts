import type { Flow } from '@shared/flow/flow'
import { buildSample } from '@shared/lead/samples'
import { newRequest } from '@shared/request/request-template'
import i18next from 'i18next'
import { openNewRequest } from '../../state/composer-store'
import { useEngine } from '../../state/engine-store'
import { flowAddress } from '../../state/flow-address'
import { useSettings } from '../../state/settings-store'

/** Opens a request in the composer that sends the article's sample lead to the flow. */
export function openRequestToFlow(flow: Flow): void {
  const { settings } = useSettings.getState()
  const address = flowAddress(useEngine.getState().hydration, { ...settings, urlBase: 'local' }, flow.id)
  if (address === null) return
  const text = new TextDecoder().decode(buildSample('article').body)
  openNewRequest({
    name: i18next.t('beside.requestName', { ns: 'flowRuns', name: flow.name.slice(0, 60) }),
    request: { ...newRequest, method: flow.method, url: address.url, body: { type: 'raw', language: 'json', text } },
  })
  // Its tab is drawn with the next frame.
  requestAnimationFrame(() => requestAnimationFrame(focusRequest))
}

/** Gives the focus to the tab of the request that is being written. */
export function focusRequest(): void {
  document.querySelector<HTMLElement>('[role="tab"][id^="tab-"][aria-selected="true"]')?.focus()
}
