import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RunResult } from '@shared/runner/collection-run'

/** Results on disk until the reports are written, so that a long run does not grow the memory. */
export type ResultFile = {
  readonly add: (result: RunResult) => void | Promise<void>
  readonly pages: () => AsyncGenerator<readonly RunResult[]>
  readonly remove: () => Promise<void>
}

const pageSize = 500
/** Lines are gathered to be written at once. */
const bufferedCharacters = 64 * 1024

/** A file of lines in the system's folder for passing files. */
export async function createResultFile(): Promise<ResultFile> {
  const folder = await mkdtemp(join(tmpdir(), 'lead-inspector-run-'))
  const path = join(folder, 'results.jsonl')
  const stream = createWriteStream(path, { mode: 0o600 })
  let failure: Error | null = null
  let waiting = ''
  stream.on('error', (error) => {
    failure = error
  })

  function write(): void | Promise<void> {
    if (failure !== null) throw failure
    const lines = waiting
    waiting = ''
    if (!stream.write(lines)) return once(stream, 'drain').then(() => undefined)
  }

  let finished: Promise<void> | null = null

  async function finish(): Promise<void> {
    await write()
    stream.end()
    if (!stream.closed) await once(stream, 'close')
    if (failure !== null) throw failure
  }

  return {
    add(result) {
      waiting += `${jsonLine(result)}\n`
      if (waiting.length >= bufferedCharacters) return write()
    },
    async *pages() {
      finished ??= finish()
      await finished
      let page: RunResult[] = []
      for await (const line of createInterface({
        input: createReadStream(path),
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        page.push(JSON.parse(line))
        if (page.length < pageSize) continue
        yield page
        page = []
      }
      if (page.length > 0) yield page
    },
    async remove() {
      stream.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One line for `readline`, which also breaks lines at these two. */
function jsonLine(result: RunResult): string {
  return JSON.stringify(result).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
