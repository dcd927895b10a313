import { createHash } from 'node:crypto'
import type { Flow } from '@shared/flow/flow'
import type { FlowTest } from '@shared/run/run'
import { z } from 'zod'
import type { ComposerStateTable } from '../storage/composer-state-table'

/**
 * What the user did and no other data would show: that a URL was copied, that a test was started. Kept when it happens,
 * by the flow's id.
 */
export type GuideSignals = {
  readonly noteCopied: (flow: Flow) => void
  readonly noteTest: (test: FlowTest) => void
  /** When the URL was copied that the flow has now; null when it never was. */
  readonly copiedAt: (flow: Flow) => number | null
  readonly testedAt: (flowId: string) => number | null
}

const stateName = 'guide'

const signalsSchema = z.object({
  copied: z.record(z.string(), z.object({ at: z.number(), signature: z.string() })),
  tested: z.record(z.string(), z.number()),
})

export function createGuideSignals(state: ComposerStateTable): GuideSignals {
  function read(): z.infer<typeof signalsSchema> {
    const stored = signalsSchema.safeParse(state.get(stateName))
    return stored.success ? stored.data : { copied: {}, tested: {} }
  }

  return {
    noteCopied: (flow) => {
      const { copied, tested } = read()
      const entry = { at: Date.now(), signature: digest(flow) }
      state.set(stateName, { copied: { ...copied, [flow.id]: entry }, tested })
    },
    noteTest: ({ flowId, since }) => {
      const { copied, tested } = read()
      state.set(stateName, { copied, tested: { ...tested, [flowId]: since } })
    },
    copiedAt: (flow) => {
      const entry = read().copied[flow.id]
      // With another signature it is another URL.
      return entry?.signature === digest(flow) ? entry.at : null
    },
    testedAt: (flowId) => read().tested[flowId] ?? null,
  }
}

/** To know a signature again without keeping it a second time. */
function digest({ signature }: Flow): string {
  return createHash('sha256').update(signature).digest('base64url')
}
