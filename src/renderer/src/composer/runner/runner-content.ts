import type { RunOptions } from '@shared/runner/collection-run'

/** What a runner's tab keeps in its draft: the options, and which run it shows. What is run is the draft's node. */
export type RunnerContent = RunOptions & {
  /** `current`: the composer's own choice; null for none. */
  readonly environment: 'current' | { readonly id: string } | null
  readonly runId: number | null
}

export const newRunnerContent: RunnerContent = {
  iterations: 1,
  concurrency: 1,
  delayMs: 0,
  bail: false,
  environment: 'current',
  runId: null,
}

export const runnerLimits = {
  iterations: { min: 1, max: 1_000_000 },
  concurrency: { min: 1, max: 100 },
  delayMs: { min: 0, max: 3_600_000 },
} as const

/** The content of a draft's text; what is missing or not valid in it is as in a new tab. */
export function readRunnerContent(text: string): RunnerContent {
  const value = parse(text)
  const whole = (name: keyof typeof runnerLimits) => {
    const { min, max } = runnerLimits[name]
    const read = value[name]
    return typeof read === 'number' && Number.isInteger(read) && read >= min && read <= max
      ? read
      : newRunnerContent[name]
  }
  return {
    iterations: whole('iterations'),
    concurrency: whole('concurrency'),
    delayMs: whole('delayMs'),
    bail: value.bail === true,
    environment: readEnvironment(value.environment),
    runId: typeof value.runId === 'number' ? value.runId : null,
  }
}

function readEnvironment(value: unknown): RunnerContent['environment'] {
  if (value === null) return null
  if (typeof value !== 'object' || !('id' in value) || typeof value.id !== 'string') return 'current'
  return { id: value.id }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
