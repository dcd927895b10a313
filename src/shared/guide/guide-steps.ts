/** The steps in the order of the articles (facts §1), under a few headings; texts are `step.<id>` in the locale `guide`. */
export const guideGroups = [
  { id: 'make', steps: ['flow', 'schema', 'anyone', 'action', 'url'] },
  { id: 'test', steps: ['request', 'test', 'send', 'run'] },
  { id: 'connect', steps: ['offer', 'connect', 'validate'] },
  { id: 'receive', steps: ['public', 'publish', 'lead'] },
] as const

export type GuideGroupId = (typeof guideGroups)[number]['id']
export type GuideStepId = (typeof guideGroups)[number]['steps'][number]

/** Where a step's button goes; its label is `go.<kind>` in the locale `guide`. */
export type GuidePlace =
  | { readonly kind: 'new-flow' | 'new-request' | 'new-offer' | 'tunnel' }
  | { readonly kind: 'flow' | 'schema' | 'who' | 'actions' | 'url' | 'test'; readonly flowId: string }
  | { readonly kind: 'run'; readonly flowId: string; readonly id: number }
  | { readonly kind: 'request'; readonly nodeId: string }
  | { readonly kind: 'offer' | 'connect' | 'validate' | 'publish' | 'send-lead'; readonly offerId: string }
  | { readonly kind: 'lead'; readonly id: number }

/** What was seen of a step; its sentence is `seen.<code>` in the locale `guide`. */
export type GuideSeen = {
  readonly code: GuideSeenCode
  /** Names of the user's things, made safe to show. */
  readonly params: Readonly<Record<string, string | number>>
  /** When, in ms since 1970. */
  readonly at: number | null
}

export type GuideSeenCode =
  | 'flowMade'
  | 'flowBuiltIn'
  | 'schemaFields'
  | 'schemaNone'
  | 'anyone'
  | 'tenant'
  | 'flowOff'
  | 'actionRecord'
  | 'actionMail'
  | 'actionBoth'
  | 'actionPlain'
  | 'urlCopied'
  | 'requestSaved'
  | 'testStarted'
  | 'requestTaken'
  | 'requestRefused'
  | 'runSucceeded'
  | 'runRecord'
  | 'runMail'
  | 'runBoth'
  | 'runRunning'
  | 'runFailed'
  | 'offerMade'
  | 'connected'
  | 'connectedOld'
  | 'connectedElsewhere'
  | 'validated'
  | 'publicAddress'
  | 'published'
  | 'leadArrived'

export type GuideStep = {
  readonly id: GuideStepId
  /** `next`: the first that is not done; `optional`: not done, and the way goes on without it. */
  readonly state: 'done' | 'next' | 'open' | 'optional'
  readonly seen: GuideSeen | null
  readonly place: GuidePlace
}

export type GuideState = {
  readonly groups: readonly { readonly id: GuideGroupId; readonly steps: readonly GuideStep[] }[]
  /** Without the optional step while that is not done. */
  readonly done: number
  readonly total: number
}
