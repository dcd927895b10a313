import type { InheritedContext } from '@shared/collection/node-content'
import type { NodeId } from '@shared/collection/tree'
import type { Check } from '@shared/request/check'
import type { RequestTemplate } from '@shared/request/request-template'

/** A saved request with all that it inherits, ready to be resolved and sent. */
export type RunnableRequest = {
  /** null for a request that stands in no collection of ours (the command line's file). */
  readonly nodeId: NodeId | null
  readonly name: string
  /** `Folder / Inner folder`; '' at the top of the collection. */
  readonly folderPath: string
  readonly request: RequestTemplate
  readonly checks: readonly Check[]
  readonly context: InheritedContext
}
