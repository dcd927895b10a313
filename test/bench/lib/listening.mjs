// Our receiver without a window, and the load client, each in a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './launch-app.mjs'

/** @param {readonly string[]} args of Node: a server that prints its URL as its last line */
export async function startServer(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'close')
  }
  let text = ''
  for await (const piece of child.stdout) {
    text += piece
    const url = /(?:Flow URL: )?(http:\S+)\n$/.exec(text)
    if (url) return { url: url[1], stop }
  }
  throw new Error('The server did not start.')
}

/** `lead-inspector listen` over a data folder, as it was built. */
export function startListening(folder) {
  return startServer([join(root, 'out/main/cli.js'), 'listen', '--port', '0', '--data', folder, '--quiet'])
}

/**
 * @param {{ url: string, body: string, connections: number, seconds?: number, leads?: number }} load
 * @returns what `load-client` reports
 */
export async function underLoad(load) {
  const client = spawn(process.execPath, [join(import.meta.dirname, 'load-client.mjs'), JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let report = ''
  for await (const piece of client.stdout) report += piece
  return JSON.parse(report)
}
