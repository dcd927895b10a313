import type { InputOf } from '@shared/contract/command'
import type { ShellCommands } from '@shared/contract/shell-commands'
import type { SampleId } from '@shared/lead/sample-id'
import i18next from 'i18next'
import { callEngine, callShell } from '../state/bridge'
import { currentFlowAddress } from '../state/flow-address'
import { noteUrlCopied } from '../state/guide-store'
import { changeAppSettings } from '../state/settings-store'
import { showErrorToast, showToast } from '../state/toast-store'
import { useView } from '../state/view-store'

/** Sends a sample to the flow as any sender would, and tells what was answered. */
export async function sendSample(sampleId: SampleId): Promise<void> {
  await sendAndTell((flowId) => callEngine('sample.send', { flowId, sampleId }))
}

/** Sends the bytes of a dropped file to the flow, and tells what was answered. */
export async function sendBody(body: Uint8Array<ArrayBuffer>): Promise<void> {
  await sendAndTell((flowId) => callEngine('sample.send-body', { flowId, body, contentType: 'application/json' }))
}

async function sendAndTell(
  send: (flowId: string) => Promise<{ readonly status: number; readonly reason: string; readonly durationMs: number }>,
): Promise<void> {
  const address = currentFlowAddress()
  if (!address) return
  try {
    const { status, reason, durationMs } = await send(address.flow.id)
    const accepted = status >= 200 && status < 300
    showToast({
      intent: accepted ? 'success' : 'warning',
      title: `${status} ${reason}`,
      body: i18next.t(accepted ? 'sampleAccepted' : 'sampleRefused', { ns: 'bar', duration: Math.round(durationMs) }),
    })
  } catch (error) {
    showErrorToast(i18next.t('sampleNotSent', { ns: 'bar' }), error)
  }
}

/** Copies the whole URL of the flow, its secret included, and says how much was copied. */
export async function copyFlowUrl(): Promise<void> {
  const address = currentFlowAddress()
  if (!address) return
  try {
    await callShell('clipboard.write', { text: address.url })
    void noteUrlCopied(address.flow.id)
    showToast({ intent: 'success', title: i18next.t('urlCopied', { ns: 'bar', count: address.url.length }) })
  } catch (error) {
    showErrorToast(i18next.t('copyFailed'), error)
  }
}

/** Opens the tunnel's popover: after the click under way, which the popover would take for one outside of itself. */
export function openTunnel(): void {
  useView.getState().show('inbox')
  setTimeout(() => useView.getState().open('tunnel'))
}

export async function startReceiver(): Promise<void> {
  await orExplain(callEngine('receiver.start', {}), i18next.t('receiver.startFailed', { ns: 'frame' }))
}

export async function stopReceiver(): Promise<void> {
  await orExplain(callEngine('receiver.stop', {}), i18next.t('receiver.stopFailed', { ns: 'frame' }))
}

/** Saves another port, which the engine takes at once, and listens on it. */
export async function listenOnPort(port: number): Promise<void> {
  await orExplain(changeAppSettings({ engine: { port } }), i18next.t('receiver.startFailed', { ns: 'frame' }))
}

export async function restartEngine(): Promise<void> {
  await orExplain(callShell('engine.restart', {}), i18next.t('receiver.startFailed', { ns: 'frame' }))
}

export async function openDataFolder(): Promise<void> {
  await orExplain(callShell('data-folder.open', {}), i18next.t('folderNotOpened', { ns: 'frame' }))
}

/** Opens one of our own documentation links in the browser. */
export async function openHelp(topic: InputOf<ShellCommands, 'help.open'>['topic']): Promise<void> {
  await orExplain(callShell('help.open', { topic }), i18next.t('helpNotOpened', { ns: 'frame' }))
}

/** Opens the folder of a file that was written, by its token. */
export async function revealFile(token: string): Promise<void> {
  await orExplain(callShell('file.reveal', { token }), i18next.t('folderNotOpened', { ns: 'frame' }))
}

async function orExplain(work: Promise<unknown>, title: string): Promise<void> {
  try {
    await work
  } catch (error) {
    showErrorToast(title, error)
  }
}
