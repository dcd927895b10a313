import { parentPort } from 'node:worker_threads'
import { type CompiledSchema, compileSchema } from './compile-schema'
import type { FromPatternWorker, PatternJob } from './pattern-worker-wire'

/**
 * Entry of the worker thread that checks bodies against schemas with patterns. A pattern such as `^(a+)+$` can run for
 * years on thirty characters: here it stops nothing but this thread, which the schema checker then ends.
 */
let schemaText: string | null = null
let compiled: CompiledSchema | null = null

parentPort?.on('message', (job: PatternJob) => {
  if (compiled === null || schemaText !== job.schemaText) {
    compiled = compileSchema(job.schemaText)
    schemaText = job.schemaText
  }
  post({ kind: 'started', jobId: job.jobId })
  const findings = compiled.ok ? compiled.validate(job.body) : []
  post({ kind: 'done', jobId: job.jobId, findings })
})

function post(message: FromPatternWorker): void {
  parentPort?.postMessage(message)
}
