/** Names of Electron's channels between the preload script and the shell; used by these two only. */
export const shellChannels = {
  /** `ipcRenderer.invoke(call, name, input)` */
  call: 'lead-inspector:call',
  /** `ipcRenderer.send(ready)`: the page listens for the engine's port. */
  ready: 'lead-inspector:ready',
  /** `webContents.send(event, shellEvent)` */
  event: 'lead-inspector:event',
  /** `webContents.postMessage(enginePort, null, [port])` */
  enginePort: 'lead-inspector:engine-port',
} as const
