import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Does the work while no other process of this machine does work under the same lock. A lock whose owner is gone
 * (killed in the middle) is taken over.
 * @template T
 * @param {string} folder stands for the lock while it is held; its parent must exist
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  const owner = path.join(folder, 'pid')
  for (;;) {
    try {
      // Making a folder either works or fails as a whole, on every file system.
      mkdirSync(folder)
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    await sleep(200)
    if (isAbandoned(owner)) rmSync(folder, { recursive: true, force: true })
  }
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', release)
  try {
    writeFileSync(owner, String(process.pid))
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @param {string} owner the file that holds the owner's process id */
function isAbandoned(owner) {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return false
  } catch (error) {
    // No such process. A file that is not there yet (ENOENT) belongs to an owner who is just writing it.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
