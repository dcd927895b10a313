import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const cliFile = resolve(import.meta.dirname, '../../out/main/cli.js')

export type CliResult = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Starts a command and does not wait for it. */
export function startCli(args: readonly string[]): ChildProcess {
  if (!existsSync(cliFile)) throw new Error('The command line is not built: run `npm run build` first.')
  return spawn(process.execPath, [cliFile, ...args], { stdio: 'pipe' })
}

/** Runs a command to its end. */
export async function runCli(args: readonly string[], input = ''): Promise<CliResult> {
  const child = startCli(args)
  const output = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  child.stdin?.end(input)
  const [code] = await once(child, 'close')
  return { code, ...output }
}

export type ListeningCli = {
  readonly child: ChildProcess
  readonly url: string
  readonly flowUrl: string
  /** What it has written there so far. */
  readonly stderr: () => string
  /** The next line that tells of a lead. */
  readonly nextLead: () => Promise<Record<string, unknown>>
  /** Sends the signal and gives the exit code once the process has ended. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Starts `listen --json` on a free port and waits until it listens. */
export async function listenCli(dataFolder: string): Promise<ListeningCli> {
  const child = startCli(['listen', '--port', '0', '--data', dataFolder, '--json'])
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const closed = once(child, 'close')
  if (!child.stdout) throw new Error('no standard output')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  async function next(): Promise<Record<string, unknown>> {
    const { value, done } = await lines.next()
    if (done) throw new Error(`The process ended: ${stderr}`)
    return JSON.parse(value)
  }

  const listening = await next()
  return {
    child,
    url: String(listening.url),
    flowUrl: String(listening.flowUrl),
    stderr: () => stderr,
    nextLead: next,
    async end(signal = 'SIGTERM') {
      child.kill(signal)
      const [code] = await closed
      return code
    },
  }
}
