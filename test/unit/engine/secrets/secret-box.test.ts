import { describe, expect, it } from 'vitest'
import { createSecretBox } from '../../../../src/engine/secrets/secret-box'

const key = new Uint8Array(32).fill(1)

describe('createSecretBox', () => {
  it('opens what it sealed, also in another process with the same key', () => {
    const sealed = createSecretBox(key).seal('name', 'välue 🔑')
    expect(createSecretBox(key).open('name', sealed)).toBe('välue 🔑')
    expect(Buffer.from(sealed).includes('lue')).toBe(false)
  })

  it('seals the same value differently each time', () => {
    const box = createSecretBox(key)
    expect(box.seal('name', 'value')).not.toEqual(box.seal('name', 'value'))
  })

  it('does not open with another key, under another name, or when a byte was changed', () => {
    const box = createSecretBox(key)
    const sealed = box.seal('name', 'value')
    expect(createSecretBox(new Uint8Array(32)).open('name', sealed)).toBeNull()
    expect(box.open('other', sealed)).toBeNull()
    for (let at = 0; at < sealed.byteLength; at++) {
      const changed = Uint8Array.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(box.open('name', changed)).toBeNull()
    }
    expect(box.open('name', sealed.subarray(0, 20))).toBeNull()
  })

  it('without a key lasts for its own session only', () => {
    const box = createSecretBox(null)
    expect(box.storage).toBe('session')
    expect(box.open('name', box.seal('name', 'value'))).toBe('value')
    expect(createSecretBox(null).open('name', box.seal('name', 'value'))).toBeNull()
  })

  it('refuses a key of another length', () => {
    expect(() => createSecretBox(new Uint8Array(16))).toThrow(RangeError)
  })
})
