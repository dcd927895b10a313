import { expect, test } from 'vitest'
import { readCollection } from '../../../../../src/engine/collections/formats/read-collection'
import { runnableRequests } from '../../../../../src/engine/collections/formats/runnable-requests'
import { fixture } from '../../../../helpers/postman-fixtures'

const { document } = readCollection(fixture('every-form-2.1.json'), 'x')
const line = ({ folderPath, name }: { folderPath: string; name: string }) => `${folderPath}|${name}`

test('all requests in their order, with the folders they are in', () => {
  const all = runnableRequests(document)
  expect(all.map(line).filter((_, index) => index < 5 || index > 13)).toEqual([
    '|Request as a text',
    '|URL as a text, headers as a text',
    '|No headers, nothing else',
    '|URL in all its parts',
    'Forms|urlencoded',
    'Auths|OAuth',
    'Items within items / Deeper|At the bottom',
  ])
  expect(all).toHaveLength(16)
})

test('a folder or a request alone still inherits what is around it', () => {
  const collection = { type: 'basic', username: '{{user}}', password: '{{pw}}' }
  const [inForms] = runnableRequests(document, [4])
  expect(inForms?.context).toMatchObject({ auth: { type: 'bearer', token: '{{token}}' }, authFrom: 'Forms' })
  expect(inForms?.context.scopes.map(({ from, variables }) => [from, variables.length])).toEqual([
    ['Every form, v2.1', 5],
    ['Forms', 1],
  ])
  expect(runnableRequests(document, [4]).map(({ name }) => name)).toHaveLength(7)
  expect(runnableRequests(document, [5, 0])[0]?.context).toMatchObject({ auth: { type: 'none' }, authFrom: 'Auths' })
  const deep = runnableRequests(document, [7, 0, 0])
  expect(deep.map(line)).toEqual(['Items within items / Deeper|At the bottom'])
  expect(deep[0]?.context).toMatchObject({ auth: collection, authFrom: 'Every form, v2.1' })
})

test.each([[[9]], [[4, 99]], [[0, 0]], [[6]]])('a path to nothing or to an empty folder (%j) gives none', (path) => {
  expect(runnableRequests(document, path)).toEqual([])
})
