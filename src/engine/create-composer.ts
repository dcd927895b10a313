import { join } from 'node:path'
import type { CollectionCommands } from '@shared/contract/collection-commands'
import type { Handlers } from '@shared/contract/command'
import type { ComposerCommands } from '@shared/contract/composer-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { RunnerCommands } from '@shared/contract/runner-commands'
import type { GuideFlow } from '@shared/guide/guide-facts'
import { emptyWorkspace } from '@shared/workspace/draft'
import { createCollectionHandlers } from './collections/collection-handlers'
import { collectionsFolder } from './collections/collections-folder'
import { createCollectionStore } from './collections/create-collection-store'
import { createEnvironmentStore } from './environments/environment-store'
import type { FileGrants } from './file-grants'
import { findSavedRequest } from './guide/find-saved-request'
import { createComposerHandlers } from './history/composer-handlers'
import { requestContext } from './history/request-context'
import type { Jobs } from './jobs'
import { createCollectionRuns } from './runner/collection-runs'
import { createRunnerHandlers } from './runner/runner-handlers'
import type { SchemaChecker } from './schema/schema-checker'
import { createSecretBox } from './secrets/secret-box'
import { createSecretStore } from './secrets/secret-store'
import { createSender } from './sender/sender'
import type { Storage } from './storage/open-storage'
import { loadDynamicValues } from './variables/dynamic-values'
import { createWorkspaceHandlers, readWorkspace, workspaceState } from './workspace/workspace-handlers'

export type ComposerParts = {
  readonly storage: Storage
  readonly dataFolder: string
  readonly version: string
  /** 32 bytes that secret values are sealed with; null keeps them for the session only. */
  readonly secretKey: Uint8Array | null
  readonly grants: FileGrants
  readonly jobs: Jobs
  readonly schemas: SchemaChecker
  readonly publish: (event: EngineEvent) => void
  /** Scheme, host and port of the receiver; null while it does not listen. */
  readonly baseUrl: () => string | null
  /** The default flow's full URL with its secret; null while the receiver does not listen. */
  readonly flowUrl: () => string | null
  /** Of the receiver's HTTPS listener, to be trusted by what is sent from here; null while it has none. */
  readonly certificatePem: () => string | null
}

/** The composer's half of the engine: collections, environments, sending, history and the runner. */
export type Composer = {
  readonly handlers: Handlers<CollectionCommands & ComposerCommands & RunnerCommands>
  /** A saved request that leads to a flow, its variables filled from the chosen environment; null where there is none. */
  readonly savedRequest: (flowId: string) => GuideFlow['request']
  /** Keeps secrets from now on, those of this session too. */
  readonly adoptSecretKey: (key: Uint8Array) => void
  readonly close: () => Promise<void>
}

export function createComposer(parts: ComposerParts): Composer {
  const { storage, grants, publish } = parts
  const state = storage.composerState
  const secrets = createSecretStore(createSecretBox(parts.secretKey), storage.secrets)
  const places = {
    folder: collectionsFolder(state, parts.dataFolder),
    trashFolder: join(parts.dataFolder, 'deleted-collections'),
    secrets,
    publish,
  }
  const collections = createCollectionStore({ ...places, state })
  const environments = createEnvironmentStore(places)
  const newSender = () =>
    createSender({
      isApproved: storage.approvedFiles.isApproved,
      trustedCertificates: () => {
        const own = parts.certificatePem()
        return own === null ? [] : [own]
      },
    })
  const sender = newSender()
  const runs = createCollectionRuns({
    table: storage.collectionRuns,
    publish,
    createSender: newSender,
    loadDynamicValues,
  })

  return {
    handlers: {
      ...createCollectionHandlers({
        collections,
        environments,
        secrets,
        grants,
        state,
        defaultFlowUrl: parts.flowUrl,
        onFirstCollection: ({ collectionId, environmentId }) =>
          state.set(workspaceState, { ...emptyWorkspace, environmentId, expanded: [collectionId] }),
      }),
      ...createWorkspaceHandlers({ storage, grants, schemas: parts.schemas, baseUrl: parts.baseUrl }),
      ...createComposerHandlers({
        history: storage.history,
        sender,
        grants,
        publish,
        loadDynamic: loadDynamicValues,
        context: collections.context,
        environment: environments.get,
      }),
      ...createRunnerHandlers({
        runs,
        table: storage.collectionRuns,
        leads: storage.leads,
        collections,
        environment: environments.get,
        grants,
        jobs: parts.jobs,
        createSender: newSender,
        version: parts.version,
      }),
    },
    savedRequest: (flowId) => {
      const { environmentId } = readWorkspace(state)
      const surroundings = { context: collections.context, environment: environments.get }
      const scopesOf = (parentId: string) => requestContext(surroundings, parentId, environmentId).scopes
      return findSavedRequest(collections.trees(), scopesOf, flowId)
    },
    adoptSecretKey: (key) => secrets.adoptBox(createSecretBox(key)),
    async close() {
      await runs.close()
      sender.close()
      await collections.close()
      await environments.close()
    },
  }
}
