import { pipeline } from 'node:stream/promises'
import { toErrorData } from '@shared/app-error'
import type { CollectionRun, RunState } from '@shared/runner/collection-run'
import type { DynamicValue } from '@shared/variables/resolve-text'
import { version } from '../../package.json'
import { createRunPreparer, mentionsDynamic } from '../engine/runner/prepare-run'
import { reportText, writeReport } from '../engine/runner/reports/write-report'
import { runCollection } from '../engine/runner/run-collection'
import { createRequestRunner } from '../engine/runner/run-request'
import { createRunStatistics, noCounts } from '../engine/runner/run-statistics'
import { createSender } from '../engine/sender/sender'
import { createResultFile, type ResultFile } from './result-file'
import { type RunInput, readRunInput } from './run-input'
import { type RunWords, readRunWords } from './run-options'
import { createRunOutput } from './run-output'

/**
 * `lead-inspector run`: sends the requests of a collection and checks their answers. Exit code 0 when all hold, 1 when
 * one fails, 2 when it was stopped before its end; what keeps it from running is an error.
 */
export async function run(args: readonly string[]): Promise<number> {
  const words = readRunWords(args)
  const input = await readRunInput(words)
  if (input.scripts > 0) {
    process.stderr.write(
      `Scripts in the collection are not run (${input.scripts}): only the checks made in Lead Inspector count.\n`,
    )
  }
  const results = words.reports.length > 0 ? await createResultFile() : null
  try {
    const { ended, error } = await carryOut(words, input, results)
    if (results !== null) await writeReports(words, ended, results)
    if (error !== null) throw error
    if (ended.failed > 0) return 1
    return ended.state.state === 'stopped' ? 2 : 0
  } finally {
    await results?.remove()
  }
}

async function carryOut(
  words: RunWords,
  input: RunInput,
  results: ResultFile | null,
): Promise<{ readonly ended: CollectionRun; readonly error: unknown }> {
  const options = { ...words.options, iterations: words.iterations ?? input.data?.rows.length ?? 1 }
  const total = input.requests.length * options.iterations
  const reportOnStdout = words.reports.some((report) => report.out === null)
  const output = createRunOutput(reportOnStdout ? process.stderr : process.stdout, process.stderr, total)
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  // Once each: a second Ctrl+C ends the process as always.
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  // The user has named the collection, and with it the files that it names.
  const sender = createSender({ isApproved: () => true })
  const startedAt = Date.now()
  let statistics = createRunStatistics()
  let state: RunState
  let failure: unknown = null
  try {
    const dynamic = await dynamicValues(input)
    const prepare = createRunPreparer({ scopes: input.scopes, data: input.data, dynamic })
    // Counted from the first request, not from the loading before it.
    statistics = createRunStatistics()
    const end = await runCollection({
      requests: input.requests,
      options,
      runRequest: createRequestRunner(prepare, sender.send),
      signal: stop.signal,
      onResult: (result) => {
        statistics.add(result)
        if (!result.passed) output.failure(result)
        output.progress(statistics.read)
        return results?.add(result)
      },
    })
    state = { state: end, endedAt: Date.now() }
  } catch (error) {
    failure = error
    state = { state: 'could-not-run', endedAt: Date.now(), error: toErrorData(error) }
  } finally {
    sender.close()
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
  const ended: CollectionRun = {
    id: 0,
    name: input.name,
    startedAt,
    options,
    environmentName: input.environmentName,
    dataName: input.data?.name ?? null,
    total,
    ...noCounts,
    ...statistics.read(),
    state,
  }
  output.summary(ended)
  return { ended, error: failure }
}

async function dynamicValues(input: RunInput): Promise<DynamicValue> {
  if (!mentionsDynamic(input.requests, input)) return () => null
  const { loadDynamicValues } = await import('../engine/variables/dynamic-values')
  return loadDynamicValues()
}

async function writeReports(words: RunWords, ended: CollectionRun, results: ResultFile): Promise<void> {
  for (const { format, out } of words.reports) {
    const source = { run: ended, pages: results.pages(), version }
    if (out !== null) await writeReport(out, format, source)
    else await pipeline(reportText(format, source), process.stdout, { end: false })
  }
}
