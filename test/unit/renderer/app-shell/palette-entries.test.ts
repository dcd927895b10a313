import type { CollectionTree } from '@shared/collection/tree'
import { beforeAll, expect, test } from 'vitest'
import { matchEntries, paletteEntries } from '../../../../src/renderer/src/app-shell/palette-entries'
import { startI18n } from '../../../../src/renderer/src/i18n/i18n'
import { newLead, summaryOf } from '../../../helpers/leads'

beforeAll(startI18n)

const named = (id: number, firstName: string, lastName: string) => summaryOf(newLead({ firstName, lastName }), id)
const nameless = summaryOf(newLead({ firstName: '', lastName: '', company: '', offerTitle: '' }), 6)
const leads = [named(1, 'Some', 'One'), named(3, '美玲', '陳')]

test('with nothing typed the commands come first, in their order', () => {
  const entries = matchEntries(paletteEntries({ leads }), '')
  expect(entries[0]).toMatchObject({ kind: 'command', id: 'view-inbox' })
  expect(entries.at(-1)).toMatchObject({ kind: 'lead' })
})

test('a few letters find a command', () => {
  expect(matchEntries(paletteEntries({ leads }), 'copy')[0]).toMatchObject({ kind: 'command', id: 'copy-flow-url' })
})

test('a lead is found by its name in any script', () => {
  const [found] = matchEntries(paletteEntries({ leads }), '美玲')
  expect(found).toMatchObject({ kind: 'lead', lead: { id: 3 } })
})

test('leads with nothing to be found by are left out', () => {
  expect(paletteEntries({ leads: [nameless] }).some((entry) => entry.kind === 'lead')).toBe(false)
})

test('finds a saved request by its name and by its collection', () => {
  const collection: CollectionTree = {
    kind: 'collection',
    id: 'c',
    name: 'Contoso',
    fileName: 'c.json',
    problem: null,
    nodes: [
      { kind: 'folder', id: 'f', parentId: 'c', name: 'Trials' },
      { kind: 'request', id: 'r', parentId: 'f', name: 'Ping the endpoint', method: 'POST', url: '{{flowUrl}}' },
    ],
  }
  for (const typed of ['ping', 'endpoint contoso']) {
    expect(matchEntries(paletteEntries({ collections: [collection] }), typed)[0], typed).toMatchObject({
      kind: 'request',
      id: 'r',
    })
  }
})

test("in the composer its own commands come first, and no command searches the leads by another's name", () => {
  const entries = paletteEntries({ leads, view: 'composer' })
  expect(entries[0]).toMatchObject({ kind: 'composer', id: 'newRequest' })
  expect(entries.some((entry) => entry.kind === 'command' && entry.id === 'find')).toBe(false)
  expect(entries.some((entry) => entry.kind === 'composer' && entry.id === 'searchRequests')).toBe(true)
})
