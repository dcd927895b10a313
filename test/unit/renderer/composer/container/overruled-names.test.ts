import type { Variable } from '@shared/collection/node-content'
import { expect, test } from 'vitest'
import { overruledNames } from '../../../../../src/renderer/src/composer/container/overruled-names'

const variable = (name: string, enabled = true): Variable => ({
  name,
  value: '',
  enabled,
  secret: false,
  description: '',
})

test('a name that is there twice is told once, however often it is there', () => {
  expect(overruledNames(['a', 'b', 'a', 'a', 'c'].map((name) => variable(name)))).toEqual(['a'])
})

test('rows without a name and rows that are off do not count', () => {
  expect(overruledNames([variable(''), variable(''), variable('a'), variable('a', false)])).toEqual([])
})
