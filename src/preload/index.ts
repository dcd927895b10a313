import { type Bridge, enginePortMessage } from '@shared/contract/bridge'
import { shellChannels } from '@shared/contract/shell-channels'
import type { ShellEvent } from '@shared/contract/shell-commands'
import { contextBridge, ipcRenderer } from 'electron'

const bridge: Bridge = {
  callShell: (name, input) => ipcRenderer.invoke(shellChannels.call, name, input),
  onShellEvent: (listener) => {
    const forward = (_: unknown, event: ShellEvent): void => listener(event)
    ipcRenderer.on(shellChannels.event, forward)
    return () => ipcRenderer.removeListener(shellChannels.event, forward)
  },
  ready: () => ipcRenderer.send(shellChannels.ready),
  platform: process.platform,
}

// A port cannot pass through the context bridge; as a window message it keeps its identity.
ipcRenderer.on(shellChannels.enginePort, (event) => {
  window.postMessage({ type: enginePortMessage }, window.location.origin, [...event.ports])
})

contextBridge.exposeInMainWorld('leadInspector', bridge)
