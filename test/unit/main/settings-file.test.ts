import { changeSettings, defaultSettings } from '@shared/settings'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSettings } from '../../../src/main/settings-file'

test('reads what was saved', () => {
  const saved = changeSettings(defaultSettings, { theme: 'dark', engine: { port: 8080, retentionDays: 30 } })
  expect(readSettings(JSON.parse(JSON.stringify(saved)))).toEqual(saved)
})

test('a field that is not valid falls back alone', () => {
  const settings = readSettings({
    theme: 'pink',
    notifyNewLeads: false,
    engine: { port: 99_999, httpsEnabled: 'yes', maxBodyBytes: 2048 },
  })
  expect(settings).toEqual({
    ...defaultSettings,
    notifyNewLeads: false,
    engine: { ...defaultSettings.engine, maxBodyBytes: 2048 },
  })
})

test('fields of another version are left out', () => {
  expect(readSettings({ colour: 'red', engine: { turbo: true } })).toEqual(defaultSettings)
})

test('anything at all gives settings', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (whole, part) => {
      expect(Object.keys(readSettings(whole))).toEqual(Object.keys(defaultSettings))
      expect(Object.keys(readSettings({ engine: part }).engine)).toEqual(Object.keys(defaultSettings.engine))
    }),
  )
})
