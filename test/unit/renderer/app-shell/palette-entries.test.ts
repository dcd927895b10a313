import { beforeAll, expect, test } from 'vitest'
import { matchEntries, paletteEntries } from '../../../../src/renderer/src/app-shell/palette-entries'
import { startI18n } from '../../../../src/renderer/src/i18n/i18n'
import { madeUpLead } from '../../../helpers/fake-bridge/made-up-leads'

beforeAll(startI18n)

const leads = [madeUpLead(1, 0), madeUpLead(3, 0)]

test('with nothing typed the commands come first, in their order', () => {
  const entries = matchEntries(paletteEntries(leads), '')
  expect(entries[0]).toMatchObject({ kind: 'command', id: 'view-inbox' })
  expect(entries.at(-1)).toMatchObject({ kind: 'lead' })
})

test('a few letters find a command', () => {
  expect(matchEntries(paletteEntries(leads), 'copy')[0]).toMatchObject({ kind: 'command', id: 'copy-flow-url' })
})

test('a lead is found by its name in any script', () => {
  const [found] = matchEntries(paletteEntries(leads), '美玲')
  expect(found).toMatchObject({ kind: 'lead', lead: { id: 3 } })
})

test('leads without any name are left out', () => {
  expect(paletteEntries([madeUpLead(6, 0)]).some((entry) => entry.kind === 'lead')).toBe(false)
})
