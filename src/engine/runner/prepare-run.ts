import { AppError } from '@shared/app-error'
import type { Check } from '@shared/request/check'
import type { Auth } from '@shared/request/request-template'
import { resolveChecks } from '@shared/request/resolve-checks'
import type { DynamicValue } from '@shared/variables/resolve-text'
import type { VariableScope } from '@shared/variables/variable-scope'
import { prepareRequest } from '../sender/prepare-request'
import type { PreparedRequest } from '../sender/prepared-request'
import { type DataFile, dataScope } from './data-file'
import { createMask, type Mask } from './mask-values'
import type { RunnableRequest } from './runnable-request'

/** A request of a run with its variables filled in; `prepared` is null where `error` says why it cannot be sent. */
export type PreparedRun = { readonly checks: readonly Check[]; readonly mask: Mask } & (
  | { readonly prepared: PreparedRequest }
  | { readonly prepared: null; readonly error: AppError }
)

/** @param iteration from 1 */
export type RunPreparer = (item: RunnableRequest, iteration: number) => PreparedRun

export type RunVariables = {
  /** Between the collection's own variables and the data row, the winning one last: the environment. */
  readonly scopes: readonly VariableScope[]
  readonly data: DataFile | null
  readonly dynamic: DynamicValue
}

/**
 * Variables win in the order data row, environment, folders, collection. `{{$iteration}}` is the number of the iteration.
 * What is the same for every iteration is prepared once.
 */
export function createRunPreparer({ scopes, data, dynamic }: RunVariables): RunPreparer {
  /** null: has to be prepared every time. */
  const known = new Map<RunnableRequest, PreparedRun | null>()

  return (item, iteration) => {
    const ready = known.get(item)
    if (ready) return ready
    const above = [...containerScopes(item), ...scopes]
    const all = data === null ? above : [...above, dataScope(data, iteration)]
    const run = prepareRun(item, all, (name) => (name === '$iteration' ? String(iteration) : dynamic(name)))
    if (ready === undefined) known.set(item, isSameEveryTime(item, above, data) ? run : null)
    return run
  }
}

function prepareRun(item: RunnableRequest, scopes: readonly VariableScope[], dynamic: DynamicValue): PreparedRun {
  const auth: Auth = item.request.auth.type === 'inherit' ? item.context.auth : item.request.auth
  const checks = resolveChecks(item.checks, scopes, dynamic)
  const mask = createMask(item.request, auth, scopes, dynamic)
  try {
    const options = { scopes, auth: item.context.auth, dynamic, allowUnresolved: false }
    return { checks, mask, prepared: prepareRequest(item.request, options) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { checks, mask, prepared: null, error }
  }
}

function containerScopes({ context }: RunnableRequest): readonly VariableScope[] {
  return context.scopes.map(({ from, variables }, at) => ({
    kind: at === 0 ? 'collection' : 'folder',
    from,
    variables,
  }))
}

/** True where neither the data row nor a dynamic variable can change what is sent. */
function isSameEveryTime(item: RunnableRequest, scopes: readonly VariableScope[], data: DataFile | null): boolean {
  const { request, checks, context } = item
  const text = JSON.stringify([request, checks, context.auth])
  const mentions = /\{\{/.test(text)
  // A secret may be made of a data row's value: the mask is then not the same either.
  if (data !== null && (mentions || scopes.some((scope) => scope.variables.some(({ value }) => value.includes('{{')))))
    return false
  return !mentions || !(/\{\{[^}]*\$/.test(text) || scopes.some(holdsDollar))
}

/** A dynamic variable is named by its dollar, wherever the braces around it come from. */
function holdsDollar(scope: VariableScope): boolean {
  return scope.variables.some(({ value }) => value.includes('$'))
}

/** Whether a run may need dynamic values, which are large to load. */
export function mentionsDynamic(
  items: readonly RunnableRequest[],
  { scopes, data }: Omit<RunVariables, 'dynamic'>,
): boolean {
  const mentions = (part: unknown): boolean => /\{\{[^}]*\$/.test(JSON.stringify(part))
  // Requests of one folder share what they inherit.
  const contexts = new Set(items.map((item) => item.context))
  return (
    items.some(({ request, checks }) => mentions([request, checks])) ||
    [...contexts].some(mentions) ||
    mentions(scopes) ||
    (data?.rows.some(mentions) ?? false)
  )
}
