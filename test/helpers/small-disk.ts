import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { tempFolder } from './temp-folder'

/** A folder on a file system of its own of so many bytes, or the reason why there is none. */
export function smallDisk(bytes: number): { readonly folder: string } | { readonly reason: string } {
  const folder = tempFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { encoding: 'utf8' })
  if (mounted.status !== 0)
    return { reason: `no small file system can be mounted here: ${mounted.stderr ?? mounted.error}` }
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return { folder }
}
