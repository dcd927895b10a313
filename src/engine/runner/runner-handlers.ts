import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@shared/app-error'
import type { NodeDetail } from '@shared/collection/node-content'
import type { Handlers } from '@shared/contract/command'
import type { RunnerCommands } from '@shared/contract/runner-commands'
import type { Environment } from '@shared/environment/environment'
import type { RunResult } from '@shared/runner/collection-run'
import type { VariableScope } from '@shared/variables/variable-scope'
import type { CollectionStore } from '../collections/collection-store'
import type { FileGrants } from '../file-grants'
import type { Jobs } from '../jobs'
import type { Sender } from '../sender/sender'
import type { CollectionRunTable } from '../storage/collection-run-table'
import type { LeadStore } from '../storage/lead-store'
import type { CollectionRuns } from './collection-runs'
import { createDataFiles } from './data-files'
import { writeReport } from './reports/write-report'
import { resendLeads } from './resend-leads'

export type RunnerParts = {
  readonly runs: CollectionRuns
  readonly table: CollectionRunTable
  readonly leads: Pick<LeadStore, 'get'>
  readonly collections: Pick<CollectionStore, 'get' | 'runnable'>
  /** With the secret values filled in. @throws AppError `bad-input` where there is no such environment */
  readonly environment: (id: string) => Environment
  readonly grants: FileGrants
  readonly jobs: Jobs
  readonly createSender: () => Sender
  readonly version: string
}

const reportPage = 500

/** One handler for each command of the runner. */
export function createRunnerHandlers(parts: RunnerParts): Handlers<RunnerCommands> {
  const { runs, table, grants, jobs } = parts
  const dataFiles = createDataFiles()

  return {
    'run.read-data': ({ fileToken }) => dataFiles.read(grants.take(fileToken)),
    'run.start': ({ nodeId, environmentId, dataId, ...options }) => {
      const requests = parts.collections.runnable(nodeId)
      if (requests.length === 0) throw new AppError('bad-input', { detail: 'There is no request in it.' })
      const environment = environmentId === null ? null : parts.environment(environmentId)
      return runs.start({
        name: nameOf(parts.collections.get(nodeId)),
        requests,
        options,
        environmentName: environment?.name ?? null,
        variables: {
          scopes: environment === null ? [] : [environmentScope(environment)],
          data: dataId === null ? null : dataFiles.get(dataId),
        },
      })
    },
    'run.stop': ({ id }) => {
      runs.stop(id)
      return null
    },
    'run.list': ({ limit }) => table.list(limit),
    'run.get': ({ id }) => table.get(id),
    'run.results': ({ id, only, after, limit }) => table.results(id, only, after, limit),
    'run.report': async ({ id, format, fileToken }) => {
      const path = grants.take(fileToken)
      const pages = readPages((after) => table.results(id, 'all', after, reportPage))
      await writeReport(path, format, { run: table.get(id), pages, version: parts.version })
      return null
    },
    'run.delete': async ({ id }) => {
      await runs.delete(id)
      return null
    },
    'leads.resend': ({ ids, url, perSecond }) => {
      refuseOtherUrls(url)
      const jobId = jobs.start(async (signal, onProgress) => {
        const sender = parts.createSender()
        try {
          return await resendLeads({ leads: parts.leads, send: sender.send, ids, url, perSecond, signal, onProgress })
        } finally {
          sender.close()
        }
      })
      return { jobId }
    },
  }
}

function environmentScope({ name, variables }: Pick<Environment, 'name' | 'variables'>): VariableScope {
  return { kind: 'environment', from: name, variables }
}

function nameOf(node: NodeDetail): string {
  return node.content.name
}

/** A page at a time, with a turn of the event loop between them, so that the receiver goes on. */
async function* readPages(read: (after: number) => readonly RunResult[]): AsyncGenerator<readonly RunResult[]> {
  let after = 0
  for (;;) {
    const page = read(after)
    if (page.length === 0) return
    yield page
    after = page.at(-1)?.number ?? after
    await nextTurn()
  }
}

function refuseOtherUrls(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return
  throw new AppError('request-not-valid', { detail: 'The URL has to begin with https:// or http://.' })
}
