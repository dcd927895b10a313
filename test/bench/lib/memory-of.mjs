// Memory of a process and all its descendants.
import { readdirSync, readFileSync } from 'node:fs'

/**
 * @param {number} rootPid
 * @returns {{ pss: number, rss: number, processes: number, engine: number, window: number }} sums in megabytes. PSS counts
 *   memory that several processes share once, RSS once for each. `engine` and `window` are the PSS of these two alone.
 */
export function memoryOf(rootPid) {
  const children = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const status = read(`/proc/${name}/status`)
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1]
    if (parent !== undefined) children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)])
  }
  const pids = [rootPid]
  for (let at = 0; at < pids.length; at++) pids.push(...(children.get(pids[at]) ?? []))
  const sum = { pss: 0, rss: 0, processes: 0, engine: 0, window: 0 }
  for (const pid of pids) {
    const text = read(`/proc/${pid}/smaps_rollup`)
    if (text === '') continue
    const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
    const pss = kilobytes('Pss') / 1024
    const command = read(`/proc/${pid}/cmdline`)
    if (command.includes('node.mojom.NodeService')) sum.engine += pss
    if (command.includes('--type=renderer')) sum.window += pss
    sum.pss += pss
    sum.rss += kilobytes('Rss') / 1024
    sum.processes += 1
  }
  return sum
}

/** '' for a process that ended in the meantime. */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
