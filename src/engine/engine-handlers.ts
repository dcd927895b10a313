import { AppError } from '@shared/app-error'
import { collectionCommands } from '@shared/contract/collection-commands'
import type { Handlers } from '@shared/contract/command'
import { composerCommands } from '@shared/contract/composer-commands'
import type { EngineCommands } from '@shared/contract/engine-commands'
import { runnerCommands } from '@shared/contract/runner-commands'
import { createInboxHandlers, type InboxParts } from './inbox-handlers'
import { createWorkspaceHandlers } from './workspace/workspace-handlers'

/** One handler for each command of the contract. */
export function createHandlers(parts: InboxParts): Handlers<EngineCommands> {
  const names = Object.keys({ ...collectionCommands, ...composerCommands, ...runnerCommands })
  const unbuilt = Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        throw new AppError('unexpected', { detail: `${name} is not built yet` })
      },
    ]),
  )
  return {
    ...unbuilt,
    ...createInboxHandlers(parts),
    ...createWorkspaceHandlers(parts),
  } as unknown as Handlers<EngineCommands>
}
