import { describe, expect, it } from 'vitest'
import { hexRow, hexRowBytes, offsetDigits } from '../../../../../src/renderer/src/inbox/detail/hex-rows'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a row of the hex view', () => {
  it('shows offset, bytes in two groups of eight, and their text', () => {
    expect(hexRow(bytes('0123456789abcdef'), 32, 16, 4)).toEqual({
      offset: '0020',
      hex: '30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66',
      text: '0123456789abcdef',
    })
  })

  it('shows bytes without a letter as dots, and bytes over 7f as well', () => {
    expect(hexRow(new Uint8Array([0, 10, 0x7f, 0xc3, 0xa9, 65]), 0, 6, 4).text).toBe('.....A')
  })

  it('keeps the width of a full row in the last one', () => {
    const full = hexRow(bytes('0123456789abcdef'), 0, 16, 4)
    const last = hexRow(bytes('xyz'), 16, 3, 4)
    expect(last.hex).toHaveLength(full.hex.length)
    expect(last.hex.trimEnd()).toBe('78 79 7a')
  })

  it('has half as many bytes where there is little room', () => {
    expect(hexRowBytes(540)).toBe(8)
    expect(hexRowBytes(900)).toBe(16)
    expect(hexRow(bytes('01234567'), 8, 8, 4, 8)).toEqual({
      offset: '0008',
      hex: '30 31 32 33  34 35 36 37',
      text: '01234567',
    })
  })

  it('marks bytes that are not at hand', () => {
    expect(hexRow(undefined, 0, 2, 4)).toMatchObject({ text: '  ' })
    expect(hexRow(undefined, 0, 2, 4).hex.trimEnd()).toBe('·· ··')
    expect(hexRow(bytes('a'), 0, 3, 4).hex.trimEnd()).toBe('61 ·· ··')
  })

  it('gives offsets as many digits as the largest one needs', () => {
    expect(offsetDigits(0)).toBe(4)
    expect(offsetDigits(65_536)).toBe(4)
    expect(offsetDigits(65_537)).toBe(5)
    expect(offsetDigits(100 * 1024 * 1024)).toBe(7)
  })
})
