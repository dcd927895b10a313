import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { FlowCommands } from '@shared/contract/flow-commands'
import type { FlowAction } from '@shared/flow/action'
import type { Flow } from '@shared/flow/flow'
import { copyName } from '../collections/copy-name'
import { writeFileAtomically } from '../collections/files/write-file-atomically'
import type { FileGrants } from '../file-grants'
import type { SchemaChecker } from '../schema/schema-checker'
import { newFlow } from '../storage/flow-table'
import type { Storage } from '../storage/open-storage'
import { checkActions } from './check-actions'
import { flowFileLimit, flowFileText, readFlowFile } from './flow-file'
import { withoutLeave } from './portable-action'
import { trySchema } from './try-schema'

export type FlowParts = {
  readonly storage: Pick<Storage, 'flows' | 'flowActions' | 'leads'>
  readonly grants: FileGrants
  readonly schemas: SchemaChecker
  /** To be called after every change of a flow. */
  readonly refreshFlows: () => void
  readonly publish: (event: EngineEvent) => void
}

/** One handler for each command of *My flows*. */
export function createFlowHandlers({
  storage,
  grants,
  schemas,
  refreshFlows,
  publish,
}: FlowParts): Handlers<FlowCommands> {
  const { flows, flowActions, leads } = storage

  function told(flow: Flow): Flow {
    refreshFlows()
    publish({ type: 'flows-changed', flows: flows.list() })
    return flow
  }

  /** Its steps first: a flow that is there has them, whatever happens in between. */
  function add(flow: Flow, actions: readonly FlowAction[] = []): Flow {
    if (actions.length > 0) flowActions.save(flow.id, actions)
    flows.insert(flow)
    return told(flow)
  }

  function demand(id: string): Flow {
    const flow = flows.get(id)
    if (flow === null) throw new AppError('bad-input', { detail: 'There is no such flow.' })
    return flow
  }

  const present = () => flows.list().filter(({ state }) => state !== 'deleted')

  return {
    'flow.create': ({ name }) => add(newFlow({ name })),
    'flow.duplicate': ({ id }) => {
      const { name, state, triggeredBy, method, schemaText, schemaValidation } = demand(id)
      const names = present().map((flow) => flow.name)
      return add(
        newFlow({
          name: copyName(name.slice(0, 180), names),
          state: state === 'deleted' ? 'disabled' : state,
          triggeredBy,
          method,
          schemaText,
          schemaValidation,
        }),
        flowActions.get(id),
      )
    },
    'flow.delete': ({ id }) => {
      demand(id)
      if (!present().some((flow) => flow.id !== id)) throw new AppError('flow-last')
      return told(flows.change(id, { state: 'deleted' }))
    },
    'flow.restore': ({ id, state }) => told(flows.change(id, { state })),
    'flow.export': async ({ id, fileToken, withSignature }) => {
      const text = flowFileText(demand(id), flowActions.get(id), withSignature)
      await writeFileAtomically(grants.take(fileToken), text)
      return null
    },
    'flow.import': async ({ fileToken }) => {
      const path = grants.take(fileToken)
      const name = basename(path)
      const { actions, ...file } = readFlowFile(await readChosen(path), name)
      const schema = schemas.prepare(file.schemaText)
      if (!schema.ok)
        throw new AppError('flow-file-not-valid', { name, detail: String(schema.error.params.detail ?? '') })
      checkImported(actions, name)
      return add(newFlow(file), actions.map(withoutLeave))
    },
    'flow.activity': () => leads.flowActivity(),
    'flow.try-schema': ({ id, schemaText }) => trySchema(leads, schemas, id, schemaText),
  }
}

/** @throws AppError `flow-file-not-valid` where the steps could not be saved by hand either */
function checkImported(actions: readonly FlowAction[], name: string): void {
  try {
    checkActions(actions, () => null)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const detail = `${String(error.params.name ?? '')}: ${String(error.params.detail ?? '')}`
    throw new AppError('flow-file-not-valid', { name, detail }, { cause: error })
  }
}

/** @throws AppError `flow-file-not-known` for what is too large to be one, `file-unreadable` */
async function readChosen(path: string): Promise<Uint8Array> {
  let size: number
  try {
    size = (await stat(path)).size
    if (size <= flowFileLimit) return await readFile(path)
  } catch (error) {
    throw new AppError('file-unreadable', { path }, { cause: error })
  }
  throw new AppError('flow-file-not-known', { name: basename(path) })
}
