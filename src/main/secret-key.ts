import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import type { Log } from './log'

const keyBytes = 32

/**
 * The key that the engine seals secret values with. It lies in `secret.key` in the data folder, itself encrypted with
 * the system's keyring (Electron's safeStorage). To be called after `ready`.
 * @param withoutKeyring also where the system has no real keyring: the user was warned and agreed
 * @returns 32 bytes, or null where secrets may be kept for the session only
 */
export function openSecretKey(dataFolder: string, withoutKeyring: boolean, log: Log): Uint8Array | null {
  if (!canKeepSecrets(withoutKeyring)) return null
  const file = join(dataFolder, 'secret.key')
  try {
    return readKey(file, log) ?? makeKey(file)
  } catch (error) {
    log.error('The key of the secrets cannot be kept: they are forgotten with the end of the session', error)
    return null
  }
}

/** On Linux without a keyring safeStorage would encrypt with a password that everyone knows. */
function canKeepSecrets(withoutKeyring: boolean): boolean {
  if (!hasKeyring() && withoutKeyring) safeStorage.setUsePlainTextEncryption(true)
  return hasKeyring() || (withoutKeyring && safeStorage.isEncryptionAvailable())
}

function hasKeyring(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
}

function readKey(file: string, log: Log): Uint8Array | null {
  if (!existsSync(file)) return null
  try {
    const key = Buffer.from(safeStorage.decryptString(readFileSync(file)), 'base64')
    if (key.length === keyBytes) return key
  } catch (error) {
    log.warn(`The key of the secrets cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  // Another keyring, or a damaged file. It is kept aside: with the old keyring the secrets can be read again.
  renameSync(file, `${file}.${Date.now()}.unreadable`)
  return null
}

function makeKey(file: string): Uint8Array {
  const key = randomBytes(keyBytes)
  writeFileSync(file, safeStorage.encryptString(key.toString('base64')), { mode: 0o600 })
  return key
}
