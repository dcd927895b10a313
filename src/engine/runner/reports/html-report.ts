import type { CollectionRun, RunResult } from '@shared/runner/collection-run'
import { fillText } from '@shared/text/fill-text'
import { visibleString } from '@shared/text/visible-string'
import { toErrorSentence } from './error-sentence'
import { type ReportSource, runDuration } from './report-source'
import { reportStyle } from './report-style'
import { describeFailures, reportTexts as texts } from './report-texts'

/**
 * One HTML file that needs nothing else: no scripts (its own policy forbids them), no pictures, light or dark as the
 * reader's system is. Everything that came from outside is escaped, and its hidden characters are made visible.
 */
export async function* htmlReport({ run, pages, version }: ReportSource): AsyncGenerator<string> {
  yield head(run)
  for await (const page of pages) yield page.map(row).join('')
  yield `</tbody></table></main><footer>Lead Inspector ${text(version)}</footer></body></html>\n`
}

function head(run: CollectionRun): string {
  const title = text(fillText(texts.title, { name: run.name }))
  const problem =
    run.state.state === 'could-not-run' ? `<p class="problem">${text(toErrorSentence(run.state.error))}</p>` : ''
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${reportStyle}</style></head>
<body><header><h1>${title}</h1>${problem}
<dl>${facts(run).map(fact).join('')}</dl></header>
<main><fieldset><legend>${texts.filter.label}</legend>
<label><input type="radio" name="show" id="all" checked> ${texts.filter.all}</label>
<label><input type="radio" name="show" id="failed"> ${texts.filter.failed}</label></fieldset>
<table><thead><tr>${Object.values(texts.column)
    .map((name) => `<th scope="col">${name}</th>`)
    .join('')}</tr></thead><tbody>
`
}

function facts(run: CollectionRun): readonly (readonly [string, string])[] {
  const { fact } = texts
  return [
    [fact.state, texts.state[run.state.state]],
    [fact.started, new Date(run.startedAt).toISOString().replace('T', ' ').slice(0, 19).concat(' UTC')],
    [fact.duration, duration(runDuration(run))],
    [fact.environment, run.environmentName ?? texts.none],
    [fact.data, run.dataName ?? texts.none],
    [fact.iterations, String(run.options.iterations)],
    [fact.concurrency, String(run.options.concurrency)],
    [fact.delay, duration(run.options.delayMs)],
    [fact.requests, `${run.done} / ${run.total}`],
    [fact.passed, String(run.done - run.failed)],
    [fact.failed, String(run.failed)],
    [fact.checks, fillText(fact['checks-value'], { passed: run.checksPassed, failed: run.checksFailed })],
    [fact.speed, fillText(fact['speed-value'], { count: run.requestsPerSecond.toFixed(1) })],
    [fact.average, duration(run.averageMs)],
    [fact.p95, duration(run.p95Ms)],
  ]
}

function fact([name, value]: readonly [string, string]): string {
  return `<div><dt>${text(name)}</dt><dd>${text(value)}</dd></div>`
}

function row(result: RunResult): string {
  const path = result.folderPath === '' ? '' : `<span class="path">${text(result.folderPath)}</span> `
  const verdict = result.passed ? texts.passed : texts.failed
  return `<tr class="${result.passed ? 'passed' : 'failed'}"><td>${result.number}</td><td>${result.iteration}</td><td>${path}${text(result.requestName)}<div class="url">${text(result.method)} ${text(result.url)}</div>${details(result)}</td><td>${result.status ?? ''}</td><td>${duration(result.durationMs)}</td><td>${result.answerSize} B</td><td class="verdict">${verdict}</td></tr>
`
}

function details(result: RunResult): string {
  const reasons = describeFailures(result)
  if (reasons.length === 0) return ''
  const list = `<ul>${reasons.map((reason) => `<li>${text(reason)}</li>`).join('')}</ul>`
  if (result.answerText === '') return list
  return `${list}<details><summary>${texts.answer}</summary><pre>${lines(result.answerText)}</pre></details>`
}

function duration(milliseconds: number): string {
  if (milliseconds === 0) return '0 ms'
  return milliseconds >= 10_000
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function text(value: string): string {
  return visibleString(value).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function lines(value: string): string {
  return value.split(/\r?\n/).map(text).join('\n')
}
