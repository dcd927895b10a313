import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SecretStorage } from '@shared/environment/environment'

/** Seals texts with AES-256-GCM, each bound to its name: a sealed value put under another name does not open. */
export type SecretBox = {
  readonly storage: SecretStorage
  readonly seal: (name: string, value: string) => Uint8Array
  /** null where the bytes were sealed with another key, under another name, or are damaged. */
  readonly open: (name: string, sealed: Uint8Array) => string | null
}

// A sealed value: one byte for the form, 12 random bytes, the tag of 16 bytes, then the encrypted text.
const form = 1
const nonceLength = 12
const tagLength = 16
const headLength = 1 + nonceLength + tagLength
const keyLength = 32

/**
 * @param key 32 bytes that the shell keeps in the system's keyring; null where there is none: what is sealed then opens
 * only until the process ends, so it is not worth storing (`storage` says `session`).
 */
export function createSecretBox(key: Uint8Array | null): SecretBox {
  if (key !== null && key.byteLength !== keyLength) throw new RangeError('The key of the secrets must have 32 bytes.')
  const used = key === null ? randomBytes(keyLength) : Uint8Array.from(key)
  return {
    storage: key === null ? 'session' : 'encrypted',
    seal(name, value) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', used, nonce)
      cipher.setAAD(Buffer.from(name, 'utf8'))
      const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
      return Buffer.concat([Uint8Array.of(form), nonce, cipher.getAuthTag(), text])
    },
    open(name, sealed) {
      if (sealed.byteLength < headLength || sealed[0] !== form) return null
      try {
        const nonce = sealed.subarray(1, 1 + nonceLength)
        const decipher = createDecipheriv('aes-256-gcm', used, nonce, { authTagLength: tagLength })
        decipher.setAAD(Buffer.from(name, 'utf8'))
        decipher.setAuthTag(sealed.subarray(1 + nonceLength, headLength))
        return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]).toString('utf8')
      } catch {
        // What GCM says to a wrong key or changed bytes; there is nothing to tell apart.
        return null
      }
    },
  }
}
