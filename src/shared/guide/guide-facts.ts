/** What the app's own data say about the way of the articles: the engine reads it, `guideState` judges it. */
export type GuideFacts = {
  /** The flow that the guide follows; null while the user has not made one. */
  readonly flow: GuideFlow | null
  /** The offer that leads to that flow, else the newest one; null without any. */
  readonly offer: GuideOffer | null
}

/** When something happened, in ms since 1970, with the row that proves it. */
export type GuideTrace = { readonly id: number; readonly at: number }

/** Whether a flow has an action of a kind; `plain`: it has one, but without dynamic content. */
export type GuideAction = 'none' | 'plain' | 'filled'

export type GuideFlow = {
  readonly id: string
  readonly name: string
  /** It came with the app: the user has not made it. */
  readonly isBuiltIn: boolean
  readonly isOn: boolean
  readonly isForAnyone: boolean
  /** Fields that its *Request Body JSON Schema* names. */
  readonly schemaFields: number
  readonly record: GuideAction
  readonly mail: GuideAction
  /** When a copy control put its present URL on the clipboard. */
  readonly urlCopiedAt: number | null
  /** A saved POST request whose URL leads to it, and the folder or collection that it is in. */
  readonly request: { readonly nodeId: string; readonly name: string; readonly folder: string } | null
  /** When *Test* was last started. */
  readonly testedAt: number | null
  /** The newest request that it took. */
  readonly accepted: GuideTrace | null
  /** The newest request, if it was refused. */
  readonly refused: GuideTrace | null
  readonly run: GuideRun | null
}

/** The newest run that succeeded, else the newest. */
export type GuideRun = GuideTrace & {
  readonly state: 'running' | 'succeeded' | 'failed'
  /** Its steps of these kinds that succeeded. */
  readonly madeRecord: boolean
  readonly sentMail: boolean
}

export type GuideOffer = {
  readonly id: string
  readonly name: string
  /** `old-url`: of the followed flow, with a signature that it no longer has. */
  readonly connectedTo: 'nothing' | 'flow' | 'old-url' | 'elsewhere'
  readonly validatedAt: number | null
  readonly isPublished: boolean
  /** The newest lead of the followed flow that names the offer and is no test lead. */
  readonly lead: GuideTrace | null
}
