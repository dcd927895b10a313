// Starts the built application as its own entry would, and says when its window was usable: the list shows its rows
// (or the empty inbox its steps), the search takes text, the URL can be copied, and that frame was painted.
import { app } from 'electron'

/** Runs in the page. Gives milliseconds since the epoch. */
function whenUsable() {
  const isUsable = () => {
    const canCopy = [...document.querySelectorAll('main button')].some(
      (button) => !button.disabled && /Copy URL/.test(button.textContent),
    )
    const rows = document.querySelector('#lead-list [role="row"][id]')
    const search = document.querySelector('#lead-search')
    const steps = document.querySelector('#empty-inbox-title')
    return canCopy && ((rows && search && !search.disabled) || steps)
  }
  return new Promise((usable) => {
    const look = () => {
      if (!isUsable()) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => usable(performance.timeOrigin + performance.now())
      requestAnimationFrame(() => port2.postMessage(null))
    }
    look()
  })
}

app.on('browser-window-created', (_, window) => {
  window.webContents.once('dom-ready', async () => {
    const at = await window.webContents.executeJavaScript(`(${whenUsable})()`)
    process.stdout.write(`READY ${at}\n`)
    app.quit()
  })
})

await import('../../../../out/main/index.js')
