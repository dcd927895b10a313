import { defaultSettings, type Settings, settingsSchema } from '@shared/settings'
import type { z } from 'zod'

/**
 * Settings out of what a file held: each field that is missing or not valid falls back, alone, to its default.
 * A hand-edited typo must cost that one setting and nothing else.
 */
export function readSettings(stored: unknown): Settings {
  const { engine, ...others } = settingsSchema.shape
  const record = isRecord(stored) ? stored : {}
  return settingsSchema.parse({
    ...defaultSettings,
    ...validFields(others, record),
    engine: { ...defaultSettings.engine, ...validFields(engine.shape, isRecord(record.engine) ? record.engine : {}) },
  })
}

function validFields(
  shape: Readonly<Record<string, z.ZodType>>,
  stored: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      if (!Object.hasOwn(stored, key)) return []
      const checked = schema.safeParse(stored[key])
      return checked.success ? [[key, checked.data]] : []
    }),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
