import { parseSettings } from '@shared/parse-settings'
import { defaultSettings } from '@shared/settings'
import { changeSettings } from '@shared/settings-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('parseSettings', () => {
  it('gives the defaults for nothing', () => {
    expect(parseSettings({})).toEqual({ settings: defaultSettings, dropped: [] })
  })

  it('lets each bad value fall back alone', () => {
    const stored = { theme: 'dark', notifyNewLeads: 'yes', engine: { port: 99_999, httpsEnabled: true } }
    const { settings, dropped } = parseSettings(stored)
    expect(settings.theme).toBe('dark')
    expect(settings.notifyNewLeads).toBe(defaultSettings.notifyNewLeads)
    expect(settings.engine.port).toBe(defaultSettings.engine.port)
    expect(settings.engine.httpsEnabled).toBe(true)
    expect(dropped).toEqual(['engine.port', 'notifyNewLeads'])
  })

  it('never throws, whatever the file held', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(parseSettings(stored).settings.engine.unmatchedKept).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('changeSettings', () => {
  it('merges the engine field by field', () => {
    const changed = changeSettings(defaultSettings, { engine: { port: 6000 }, theme: 'light' })
    expect(changed).toEqual({
      ...defaultSettings,
      theme: 'light',
      engine: { ...defaultSettings.engine, port: 6000 },
    })
  })
})
