import type { RunResult } from '@shared/runner/collection-run'
import { toErrorSentence } from './error-sentence'
import { type ReportSource, runDuration } from './report-source'
import { describeFailures, reportTexts } from './report-texts'

/**
 * JUnit XML: a test case for each request that was sent, with its failed checks as one failure. Written after the two
 * schemas that tools hold to: `junit-10.xsd` of Jenkins' xUnit plugin and Windy Road's `JUnit.xsd`.
 */
export async function* junitReport({ run, pages }: ReportSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
  yield `<testsuite id="0" package="${attribute(run.name)}" name="${attribute(run.name)}" hostname="localhost" timestamp="${timestamp(run.startedAt)}" tests="${run.done}" failures="${run.failed}" errors="0" time="${seconds(runDuration(run))}">\n`
  yield `<properties>\n${properties({
    state: run.state.state,
    environment: run.environmentName ?? reportTexts.none,
    data: run.dataName ?? reportTexts.none,
    iterations: String(run.options.iterations),
    concurrency: String(run.options.concurrency),
  })}</properties>\n`
  for await (const page of pages) yield page.map((result) => testCase(result, run.name)).join('')
  const problem = run.state.state === 'could-not-run' ? toErrorSentence(run.state.error) : ''
  yield `<system-out/>\n<system-err>${content(problem)}</system-err>\n</testsuite>\n</testsuites>\n`
}

function testCase(result: RunResult, runName: string): string {
  const name = `${result.requestName} (${reportTexts.column.iteration} ${result.iteration})`
  const head = `<testcase classname="${attribute(result.folderPath || runName)}" name="${attribute(name)}" time="${seconds(result.durationMs)}"`
  if (result.passed) return `${head}/>\n`
  const [first = '', ...others] = describeFailures(result)
  const type = result.failure ?? (result.checks.some((check) => !check.passed) ? 'check' : 'status')
  const status = result.status === null ? '' : ` -> ${result.status}`
  const text = [first, ...others, `${result.method} ${result.url}${status}`, result.answerText].filter(
    (line) => line !== '',
  )
  return `${head}>\n<failure message="${attribute(first)}" type="${attribute(type)}">${content(text.join('\n'))}</failure>\n</testcase>\n`
}

function properties(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `<property name="${attribute(name)}" value="${attribute(value)}"/>\n`)
    .join('')
}

/** Without a time zone, as both schemas want it: UTC. */
function timestamp(time: number): string {
  return new Date(time).toISOString().slice(0, 19)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows none of them, not even escaped
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

function content(text: string): string {
  return text.replace(notXml, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A parser makes a space of each line break in an attribute unless it is written as a number. */
function attribute(text: string): string {
  return content(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
