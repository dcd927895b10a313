import type { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import type { checkSchema } from './check-schema'

export type Check = DeepReadonly<z.infer<typeof checkSchema>>

/** What became of a check; `actual` is what was found, shortened to 1,000 characters; null when there was nothing. */
export type CheckResult = {
  readonly check: Check
  readonly passed: boolean
  readonly actual: string | null
}
