import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * How many bytes lie in a folder. Files that vanish while it counts are left out: it is used on folders that another
 * process is writing to.
 * @param {string} folder
 * @returns {Promise<{ total: number, largest: number }>} bytes of all files, and of the largest one
 */
export async function folderSize(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  let total = 0
  let largest = 0
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = await stat(path.join(entry.parentPath ?? entry.path, entry.name)).catch(() => null)
    if (file === null) continue
    total += file.size
    largest = Math.max(largest, file.size)
  }
  return { total, largest }
}
