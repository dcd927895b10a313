import type { AppErrorData } from '../app-error'
import type { HeaderPair } from '../http/header-pair'
import type { Check } from '../request/check'
import type { Auth, RequestTemplate } from '../request/request-template'
import type { NodeId } from './tree'

/** A variable of a collection, folder or environment. */
export type Variable = {
  readonly name: string
  readonly value: string
  readonly enabled: boolean
  /** Masked on the screen, encrypted on disk, left out of exports. */
  readonly secret: boolean
  readonly description: string
}

/** A Postman script: kept in the file, shown as "not run". */
export type KeptScript = { readonly listen: 'prerequest' | 'test' | 'other'; readonly text: string }

export type ContainerContent = {
  readonly name: string
  readonly description: string
  readonly auth: Auth
  readonly variables: readonly Variable[]
  readonly scripts: readonly KeptScript[]
}

export type RequestContent = {
  readonly name: string
  readonly description: string
  readonly request: RequestTemplate
  readonly checks: readonly Check[]
  readonly scripts: readonly KeptScript[]
}

/** A saved answer. */
export type ExampleContent = {
  readonly name: string
  /** The request that it answered; null where the file does not say. */
  readonly request: RequestTemplate | null
  readonly status: number | null
  readonly reason: string
  readonly headers: readonly HeaderPair[]
  readonly body: string
}

/**
 * What a node holds. `revision` changes with the content of the file's item: a save names the one it began from, so that
 * a change made outside is never overwritten.
 */
export type NodeDetail =
  | {
      readonly kind: 'collection' | 'folder'
      readonly id: NodeId
      readonly revision: string
      readonly content: ContainerContent
    }
  | {
      readonly kind: 'request'
      readonly id: NodeId
      readonly revision: string
      readonly content: RequestContent
    }
  | { readonly kind: 'example'; readonly id: NodeId; readonly revision: string; readonly content: ExampleContent }

/** What a request has from the folders and the collection around it. */
export type InheritedContext = {
  /** The nearest auth that is not `inherit`, and whose it is; `none` at the top. */
  readonly auth: Auth
  readonly authFrom: string | null
  /** From the collection (first) to the innermost folder (last), which wins. */
  readonly scopes: readonly { readonly from: string; readonly variables: readonly Variable[] }[]
}

/** What an import made. */
export type ImportOutcome = {
  readonly collections: readonly NodeId[]
  readonly environments: readonly string[]
  readonly requests: number
  /** What could not be taken over or needs a look, as codes of `collections.json` (`import.note.<code>`). */
  readonly notes: readonly ImportNote[]
  readonly failures: readonly { readonly name: string; readonly error: AppErrorData }[]
}

export type ImportNote = {
  readonly code:
    | 'scripts-not-run'
    | 'auth-unsupported'
    | 'files-to-choose'
    | 'secrets-moved'
    | 'converted-from-2.0'
    | 'option-ignored'
  readonly count: number
  readonly detail: string
}
