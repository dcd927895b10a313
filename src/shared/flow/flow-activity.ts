/** What has come to a flow: requests that matched it and are not deleted. */
export type FlowActivity = {
  readonly flowId: string
  readonly leads: number
  /** Milliseconds since the epoch; null when none has come. */
  readonly lastAt: number | null
}
