import { defaultSettings, type Settings } from './settings'
import { engineSettingsSchema, settingsSchema } from './settings-schema'

/**
 * Settings from what a file held: each field that is missing or does not fit falls back alone to its default, so that
 * one bad value never costs the user the others. `dropped` names the fields that did not fit, e.g. `engine.port`.
 */
export function parseSettings(stored: unknown): { readonly settings: Settings; readonly dropped: readonly string[] } {
  const dropped: string[] = []
  const top = asRecord(stored)
  const engine = pick(engineSettingsSchema.shape, defaultSettings.engine, asRecord(top.engine), 'engine.', dropped)
  const rest = pick(settingsSchema.shape, defaultSettings, { ...top, engine }, '', dropped)
  return { settings: settingsSchema.parse(rest), dropped }
}

type Field = { readonly safeParse: (value: unknown) => { readonly success: boolean } }

function pick(
  shape: Readonly<Record<string, Field>>,
  defaults: Readonly<Record<string, unknown>>,
  stored: Readonly<Record<string, unknown>>,
  prefix: string,
  dropped: string[],
): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(shape)) {
    const fits = Object.hasOwn(stored, name) && field.safeParse(stored[name]).success
    if (Object.hasOwn(stored, name) && !fits) dropped.push(prefix + name)
    picked[name] = fits ? stored[name] : defaults[name]
  }
  return picked
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
