import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from '../../../../../src/renderer/src/inbox/detail/line-diff'

const signs = { same: ' ', left: '-', right: '+' } as const
const shown = (left: string, right: string) => diffLines(left, right).map(({ kind, text }) => `${signs[kind]}${text}`)

describe('comparing line by line', () => {
  it('finds equal texts equal', () => {
    expect(shown('a\nb', 'a\nb')).toEqual([' a', ' b'])
  })

  it('shows a changed line as one that went and one that came', () => {
    expect(shown('a\nb\nc', 'a\nB\nc')).toEqual([' a', '-b', '+B', ' c'])
  })

  it('finds lines that came and went between common ones', () => {
    expect(shown('a\nb\nc\nd', 'a\nc\nx\nd')).toEqual([' a', '-b', ' c', '+x', ' d'])
  })

  it('always holds both texts in full', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (left, right) => {
        const lines = diffLines(left, right)
        const side = (other: 'left' | 'right') => lines.filter(({ kind }) => kind !== other).map((line) => line.text)
        expect(side('right').join('\n')).toBe(left)
        expect(side('left').join('\n')).toBe(right)
      }),
    )
  })

  it('gives up on texts that differ too much, and still shows both', () => {
    const left = Array.from({ length: 5000 }, (_, index) => `l${index}`)
    const right = Array.from({ length: 5000 }, (_, index) => `r${index}`)
    const lines = diffLines(['same', ...left].join('\n'), ['same', ...right].join('\n'))
    expect(lines).toHaveLength(10_001)
    expect(lines[0]).toEqual({ kind: 'same', text: 'same' })
    expect(lines[1]?.kind).toBe('left')
    expect(lines[10_000]?.kind).toBe('right')
  })
})
