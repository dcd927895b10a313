import { type FSWatcher, statSync, watch } from 'node:fs'
import { dirname } from 'node:path'

export type FolderWatch = { readonly close: () => void }

/** Editors and git touch a file several times in a row; what is read in between would be half of a change. */
const quietMs = 100
const longestWaitMs = 1000

/**
 * Calls back a moment after something in the folder has changed. A folder that is missing, removed or replaced is waited
 * for, by watching the nearest folder above it. Where the system cannot watch (some network drives), nothing is called.
 */
export function watchFolder(folder: string, onChange: () => void): FolderWatch {
  let watcher: FSWatcher | null = null
  let watched: string | null = null
  let timer: NodeJS.Timeout | null = null
  let firstEvent = 0
  let closed = false

  function arm(): void {
    watcher?.close()
    watcher = null
    watched = identify(folder)
    try {
      watcher = watch(nearestFolder(folder), { persistent: false }, onEvent)
      watcher.on('error', onEvent)
    } catch {
      // It went away in this moment, or there are no watches left; the window's focus reads anew in any case.
      watcher = null
    }
  }

  function onEvent(): void {
    const now = performance.now()
    if (timer === null) firstEvent = now
    else clearTimeout(timer)
    const wait = Math.min(quietMs, Math.max(0, firstEvent + longestWaitMs - now))
    timer = setTimeout(settle, wait)
    timer.unref()
  }

  function settle(): void {
    timer = null
    if (closed) return
    if (watcher === null || identify(folder) !== watched || watched === null) arm()
    onChange()
  }

  arm()
  return {
    close() {
      closed = true
      if (timer) clearTimeout(timer)
      watcher?.close()
    },
  }
}

/** Changes when the folder is replaced by another of its name; null where there is none. */
function identify(folder: string): string | null {
  try {
    const stats = statSync(folder, { bigint: true })
    return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : null
  } catch {
    return null
  }
}

function nearestFolder(folder: string): string {
  let candidate = folder
  while (identify(candidate) === null && dirname(candidate) !== candidate) candidate = dirname(candidate)
  return candidate
}
