import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { AppError, toErrorData } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { ComposerCommands } from '@shared/contract/composer-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { SentEntry } from '@shared/history/history'
import { resolveChecks } from '@shared/request/resolve-checks'
import type { DynamicValue } from '@shared/variables/resolve-text'
import { requestCode } from '../export/request-code'
import type { FileGrants } from '../file-grants'
import { createMask } from '../runner/mask-values'
import { checkAnswer } from '../sender/check-answer'
import { prepareRequest } from '../sender/prepare-request'
import type { Sender } from '../sender/sender'
import type { HistoryTable, NewHistoryEntry } from '../storage/history-table'
import { describeSend } from './describe-send'
import { withoutCredentials, withoutSecretValues } from './hide-secrets'
import { requestContext, type Surroundings } from './request-context'
import { withDynamicValues } from './with-dynamic-values'

export type ComposerParts = Surroundings & {
  readonly history: HistoryTable
  readonly sender: Sender
  readonly grants: Pick<FileGrants, 'take'>
  /** `loadDynamicValues`: called when a request uses one. */
  readonly loadDynamic: () => Promise<DynamicValue>
  readonly publish: (event: EngineEvent) => void
}

export type ComposerCommand = Extract<keyof ComposerCommands, `request.${string}` | `history.${string}`>

/** Sending, and what was sent. */
export function createComposerHandlers(parts: ComposerParts): Pick<Handlers<ComposerCommands>, ComposerCommand> {
  const { history, sender, publish } = parts
  const sending = new Map<string, AbortController>()

  /** The answer is there whatever the disk says: a lead that was taken must not look like one that was not sent. */
  function keep(send: NewHistoryEntry): SentEntry {
    try {
      const kept = history.insert(send)
      publish({ type: 'history-added', entry: kept.summary })
      if (kept.trimmedTo !== null) publish({ type: 'history-trimmed', before: kept.trimmedTo })
      return kept.entry
    } catch (error) {
      return { ...send.entry, id: 0, notKept: toErrorData(error) }
    }
  }

  return {
    'request.send': async ({ sendId, request, nodeId, environmentId, name, checks, allowUnresolved }) => {
      if (sending.has(sendId)) throw new AppError('bad-input', { detail: 'A send of this id is under way.' })
      const abort = new AbortController()
      sending.set(sendId, abort)
      try {
        const { scopes, auth, environmentName } = requestContext(parts, nodeId, environmentId)
        const ready = await withDynamicValues(parts.loadDynamic, (dynamic) => ({
          prepared: prepareRequest(request, { scopes, auth, dynamic, allowUnresolved }),
          checks: resolveChecks(checks, scopes, dynamic),
          mask: createMask(request, request.auth.type === 'inherit' ? auth : request.auth, scopes, dynamic),
        }))
        const sentAt = Date.now()
        const result = await sender.send(ready.prepared, {
          signal: abort.signal,
          onProgress: (progress) => publish({ type: 'send-progress', sendId, ...progress }),
        })
        const { sent, outcome, timing, body } = result
        const checkResults = checkAnswer(ready.checks, result)
        return keep(
          describeSend(
            { sentAt, name, nodeId, environmentName, template: request, checks, sent, outcome, timing, checkResults },
            body,
            ready.mask,
          ),
        )
      } finally {
        sending.delete(sendId)
      }
    },
    'request.cancel': ({ sendId }) => {
      sending.get(sendId)?.abort()
      return null
    },
    'request.code': async ({ request, nodeId, environmentId, language, withSecrets }) => {
      const { scopes, auth } = requestContext(parts, nodeId, environmentId)
      const shown = withSecrets ? request : { ...request, auth: withoutCredentials(request.auth) }
      const prepared = await withDynamicValues(parts.loadDynamic, (dynamic) =>
        prepareRequest(shown, {
          scopes: withSecrets ? scopes : withoutSecretValues(scopes),
          auth: withSecrets ? auth : withoutCredentials(auth),
          dynamic,
          allowUnresolved: true,
        }),
      )
      return requestCode(prepared, language, withSecrets)
    },

    'history.page': ({ query, before, limit }) => history.page(query, before, limit),
    'history.get': ({ id }) => history.get(id),
    'history.body': ({ id, offset, length }) => history.bodyPiece(id, offset, length),
    'history.save-body': async ({ id, fileToken }) => {
      const path = parts.grants.take(fileToken)
      const body = history.body(id)
      try {
        await writeFile(path, body)
      } catch (error) {
        throw new AppError('export-failed', { detail: error instanceof Error ? error.message : '' }, { cause: error })
      }
      return null
    },
    'history.delete': (which) => {
      const undoToken = randomUUID()
      const count = history.delete('all' in which ? 'all' : which.ids, undoToken)
      if (count > 0) publish({ type: 'history-reset' })
      return { undoToken, count }
    },
    'history.restore': ({ undoToken }) => {
      const count = history.restore(undoToken)
      if (count > 0) publish({ type: 'history-reset' })
      return { count }
    },
  }
}
