import { version } from '../../package.json'
import { explainError } from './explain-error'
import { help } from './help'
import { leads } from './leads'
import { listen } from './listen'
import { send } from './send'
import { UsageError } from './usage-error'

/** Exit codes: 0 done, 1 another answer than 2xx (`send`) or a check that fails (`run`), 2 could not run, or nothing was answered. */
const couldNotRun = 2

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  switch (name) {
    case 'listen':
      return listen(rest)
    case 'send':
      return send(rest)
    case 'leads':
      return leads(rest)
    case 'run': {
      // The others start sooner without it.
      const { run: runCollection } = await import('./run')
      return runCollection(rest)
    }
    case '--version':
      process.stdout.write(`${version}\n`)
      return 0
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(help)
      return name === undefined ? couldNotRun : 0
    default:
      throw new UsageError(`There is no command "${name}".`)
  }
}

const args = process.argv.slice(2)

// `lead-inspector leads | head` closes the pipe early: that is no failure. A run goes on: its exit code is still awaited.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  if (args[0] !== 'run') process.exit(0)
})
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await run(args)
} catch (error) {
  process.stderr.write(`${explainError(error)}\n`)
  if (error instanceof UsageError) process.stderr.write(`\n${help}`)
  process.exitCode = couldNotRun
}
