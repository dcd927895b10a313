import { answerPreviewBytes } from '@shared/answer/answer'
import { expect, test } from 'vitest'
import { countParts, partRange, partText } from '../../../../../src/renderer/src/composer/answer/body-parts'

test('the first part is what came with the answer, the others follow without a gap', () => {
  expect(countParts(answerPreviewBytes)).toBe(1)
  expect(countParts(answerPreviewBytes + 1)).toBe(2)
  const size = answerPreviewBytes + 1_500_000
  expect(countParts(size)).toBe(3)
  const [one, two] = [partRange(1, size), partRange(2, size)]
  expect(one.offset).toBe(answerPreviewBytes - 3)
  expect(one.offset + one.length).toBe(two.offset + 3)
  expect(two.offset + two.length).toBe(size)
  expect(one.length).toBeLessThanOrEqual(1_048_576)
})

test.each([0, 1, 2, 3, 4])('characters cut by a border are shown once and whole, %d bytes in', (shift) => {
  const text = `${'x'.repeat(shift)}€uro 😀 žluťoučký`
  const bytes = new TextEncoder().encode(text)
  for (let border = 3; border < bytes.length; border++) {
    const before = new TextDecoder().decode(bytes.subarray(0, border), { stream: true })
    expect(before + partText(bytes.subarray(border - 3), 'utf-8', true)).toBe(text)
  }
})

test('a part that is not the last leaves a cut character to the next', () => {
  const bytes = new TextEncoder().encode('abc€')
  expect(partText(bytes.subarray(0, 5), 'utf-8', false)).toBe('')
  expect(partText(new Uint8Array([97, 98, 99, 0xe9]), 'windows-1252', true)).toBe('é')
})
