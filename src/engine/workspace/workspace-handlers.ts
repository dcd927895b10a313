import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { ComposerCommands } from '@shared/contract/composer-commands'
import type { Flow } from '@shared/flow/flow'
import { emptyWorkspace, type Workspace } from '@shared/workspace/draft'
import { workspaceSchema } from '@shared/workspace/draft-schema'
import type { FileGrants } from '../file-grants'
import type { SchemaChecker } from '../schema/schema-checker'
import type { Storage } from '../storage/open-storage'
import { checkBody } from './check-body'
import { leadAsRequest } from './lead-as-request'

export type WorkspaceParts = {
  readonly storage: Pick<Storage, 'leads' | 'flows' | 'drafts' | 'approvedFiles' | 'composerState'>
  readonly grants: FileGrants
  readonly schemas: SchemaChecker
  /** Scheme, host and port of the receiver; null while it does not listen. */
  readonly baseUrl: () => string | null
}

export type WorkspaceCommand =
  | 'workspace.get'
  | 'workspace.save'
  | 'draft.save'
  | 'draft.delete'
  | 'file.approve'
  | 'body.check'
  | 'lead.as-request'

/** The name of the workspace in the composer's state. */
export const workspaceState = 'workspace'

/** The composer's tabs and what they need before anything is sent. */
export function createWorkspaceHandlers(parts: WorkspaceParts): Pick<Handlers<ComposerCommands>, WorkspaceCommand> {
  const { leads, flows, drafts, approvedFiles, composerState } = parts.storage

  function flowOf(id: string | null): Flow | null {
    return id === null ? null : flows.get(id)
  }

  return {
    'workspace.get': () => ({ workspace: readWorkspace(composerState), drafts: drafts.list() }),
    'workspace.save': ({ workspace }) => {
      composerState.set(workspaceState, workspace)
      return null
    },
    'draft.save': ({ draft }) => {
      drafts.save(draft)
      return null
    },
    'draft.delete': ({ id }) => {
      drafts.delete(id)
      return null
    },
    'file.approve': async ({ fileToken }) => {
      const path = parts.grants.take(fileToken)
      const { real, size } = await look(path)
      // Both, so that a link that is changed later leads to nothing that was chosen.
      for (const approved of new Set([path, real])) approvedFiles.approve(approved)
      return { path, name: basename(path), size }
    },
    'body.check': ({ text, flowId }) => checkBody(text, flowOf(flowId), parts.schemas),
    'lead.as-request': ({ id }) => {
      const lead = leads.get(id, Number.MAX_SAFE_INTEGER)
      return leadAsRequest(lead, flowOf(lead.summary.flowId), parts.baseUrl() ?? 'http://127.0.0.1:5323')
    },
  }
}

/** What an older or newer version has left there may not fit: the tabs are then in the order of their journal. */
export function readWorkspace(state: Storage['composerState']): Workspace {
  const workspace = workspaceSchema.safeParse(state.get(workspaceState))
  return workspace.success ? workspace.data : emptyWorkspace
}

async function look(path: string): Promise<{ readonly real: string; readonly size: number }> {
  try {
    const real = await realpath(path)
    const found = await stat(real)
    if (!found.isFile()) throw new Error('not a file')
    return { real, size: found.size }
  } catch (error) {
    throw new AppError('file-unreadable', { path: basename(path) }, { cause: error })
  }
}
