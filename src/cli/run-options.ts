import { type ReportFormat, type RunOptions, reportFormats } from '@shared/runner/collection-run'
import type { VariableScope } from '@shared/variables/variable-scope'
import { readArgsOf, readNumber } from './read-args'
import { UsageError } from './usage-error'

/** A report that was asked for; `out` is null for standard output. */
export type WantedReport = { readonly format: ReportFormat; readonly out: string | null }

export type RunWords = {
  readonly collection: string
  readonly folder: string | null
  readonly environment: string | null
  readonly data: string | null
  /** null: one for each row of the data, or one. */
  readonly iterations: number | null
  readonly options: Omit<RunOptions, 'iterations'>
  /** Of each request, in place of the collection's own; null leaves that. */
  readonly timeoutMs: number | null
  readonly variables: VariableScope['variables']
  readonly reports: readonly WantedReport[]
}

/** Reads the words after `run`. @throws UsageError */
export function readRunWords(args: readonly string[]): RunWords {
  const { named, values } = readArgsOf('collection file', args, {
    folder: { type: 'string' },
    environment: { type: 'string' },
    data: { type: 'string' },
    iterations: { type: 'string' },
    concurrency: { type: 'string', default: '1' },
    delay: { type: 'string', default: '0' },
    timeout: { type: 'string' },
    variable: { type: 'string', multiple: true, default: [] },
    bail: { type: 'boolean', default: false },
    reporter: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', multiple: true, default: [] },
  })
  const { iterations, timeout } = values
  return {
    collection: named,
    folder: values.folder ?? null,
    environment: values.environment ?? null,
    data: values.data ?? null,
    iterations: iterations === undefined ? null : readNumber('iterations', iterations, 1, 1_000_000),
    options: {
      concurrency: readNumber('concurrency', values.concurrency, 1, 1000),
      delayMs: readNumber('delay', values.delay, 0, 3_600_000),
      bail: values.bail,
    },
    timeoutMs: timeout === undefined ? null : readNumber('timeout', timeout, 1, 3600) * 1000,
    variables: values.variable.map(readVariable),
    reports: readReports(values.reporter, values.out),
  }
}

function readVariable(text: string): VariableScope['variables'][number] {
  const equals = text.indexOf('=')
  if (equals < 1) throw new UsageError(`--variable takes NAME=VALUE, not "${text}".`)
  return { name: text.slice(0, equals), value: text.slice(equals + 1), enabled: true, secret: false }
}

/** The first --out belongs to the first --reporter, and so on. One reporter may go without: to standard output. */
function readReports(reporters: readonly string[], outs: readonly string[]): readonly WantedReport[] {
  const reports = reporters.map((name, at): WantedReport => {
    const format = reportFormats.find((known) => known === name)
    if (format === undefined) throw new UsageError(`--reporter takes ${reportFormats.join(', ')}, not "${name}".`)
    return { format, out: outs[at] ?? null }
  })
  if (outs.length > reports.length) throw new UsageError('--out needs a --reporter that says what to write.')
  if (reports.length > 1 && outs.length < reports.length)
    throw new UsageError('Each of several --reporter needs an --out of its own.')
  return reports
}
