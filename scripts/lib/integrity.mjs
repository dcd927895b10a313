// Subresource-integrity strings, as npm writes them into its lock files: "sha512-<base64>".
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/**
 * Hashes a file without holding it in memory.
 * @param {string} file
 * @returns {Promise<string>} e.g. "sha512-bWBe…=="
 */
export async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * @param {string} file
 * @param {string} expected an integrity string with sha512
 * @returns {Promise<boolean>} whether the file is byte for byte the expected one
 */
export async function hasIntegrity(file, expected) {
  return (await integrityOf(file)) === expected
}
