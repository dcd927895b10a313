import type { ReportSource } from './report-source'

/** The run and its results as JSON, a result a line. */
export async function* jsonReport({ run, pages, version }: ReportSource): AsyncGenerator<string> {
  const generator = JSON.stringify({ name: 'Lead Inspector', version })
  yield `{"generator":${generator},\n"run":${JSON.stringify(run)},\n"results":[`
  let separator = '\n'
  for await (const page of pages) {
    let text = ''
    for (const result of page) {
      text += separator + JSON.stringify(result)
      separator = ',\n'
    }
    yield text
  }
  yield '\n]}\n'
}
