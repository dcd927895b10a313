// @vitest-environment happy-dom
import { everyLead } from '@shared/lead/lead-query'
import { expect, test } from 'vitest'
import { readChosenIds } from '../../../../../src/renderer/src/inbox/list/chosen-ids'
import { environmentUrl, isHttpUrl } from '../../../../../src/renderer/src/inbox/list/resend-targets'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { buildLeads } from '../../state/lead-builder'

const variable = (name: string, value: string, enabled = true) => ({ name, value, enabled, secret: false })

test('the URL of an environment is its flow URL, with its variables filled in', () => {
  const variables = [variable('host', 'prod-18.example'), variable('flowUrl', 'https://{{host}}/invoke?sig=x')]
  expect(environmentUrl({ name: 'Test', variables })).toBe('https://prod-18.example/invoke?sig=x')
  expect(environmentUrl({ name: 'Test', variables: [variable('flowUrl', 'https://{{gone}}/')] })).toBeNull()
  expect(environmentUrl({ name: 'Test', variables: [variable('flowUrl', 'https://a.example/', false)] })).toBeNull()
})

test('only a whole URL can be sent to', () => {
  expect(['https://a.example/x', ' http://127.0.0.1:5323/ '].every(isHttpUrl)).toBe(true)
  expect(['a.example', 'ftp://a.example', 'https://', 'https:///x', ''].some(isHttpUrl)).toBe(false)
})

test('chosen leads are sent in the order in which they came, all that a query finds too', async () => {
  const stored = buildLeads(1500, 1)
  const engine = fakeEnginePort({
    'leads.page': ({ from, limit }) => stored.filter(({ id }) => id <= (from ?? 1500)).slice(0, limit),
  })
  connectBridge()
  engine.connect()
  expect(await readChosenIds({ ids: new Set([9, 3, 5]) }, everyLead)).toEqual([3, 5, 9])
  const ids = await readChosenIds('all', everyLead)
  expect(ids).toHaveLength(1500)
  expect([ids[0], ids.at(-1)]).toEqual([1, 1500])
})
