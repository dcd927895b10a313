import type { Flow } from '@shared/flow/flow'

/** A request that the trigger does not take, one row of its error table each; `refusalAnswer` makes the answer. */
export type Refusal =
  | { readonly case: 'not-a-flow-url' }
  /** @param workflowId as sent, at most 64 characters of it */
  | { readonly case: 'workflow-not-found'; readonly workflowId: string }
  | { readonly case: 'trigger-not-enabled'; readonly flow: Flow }
  | { readonly case: 'api-version-missing' }
  | { readonly case: 'tenant-only' }
  | { readonly case: 'sig-missing' }
  | { readonly case: 'authorization-clash' }
  | { readonly case: 'sig-wrong' }
  | { readonly case: 'method-not-valid'; readonly expected: string; readonly actual: string }
