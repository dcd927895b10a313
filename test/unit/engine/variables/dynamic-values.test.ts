import { createRequire } from 'node:module'
import { dynamicNames } from '@shared/variables/dynamic-names'
import { expect, it } from 'vitest'
import { loadDynamicValues } from '../../../../src/engine/variables/dynamic-values'

const postmanNames = Object.keys(
  createRequire(import.meta.url)('postman-collection/lib/superstring/dynamic-variables.js'),
)

it('knows every dynamic variable of Postman and no other', () => {
  expect(dynamicNames.map(({ name }) => name).toSorted()).toEqual(postmanNames.toSorted())
})

it('makes a text for each', async () => {
  const value = await loadDynamicValues()
  for (const { name } of dynamicNames) expect(value(name), name).toMatch(/\S/)
})

it('makes a new value each time', async () => {
  const value = await loadDynamicValues()
  expect(value('$guid')).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(value('$guid')).not.toBe(value('$guid'))
  expect(Math.abs(Number(value('$timestamp')) - Date.now() / 1000)).toBeLessThan(5)
})

it.each(['$nothing', '$constructor', '$__proto__', 'guid'])('has no value for %s', async (name) => {
  expect((await loadDynamicValues())(name)).toBeNull()
})
