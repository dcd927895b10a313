// npm run -s cli -- …: the command line of a checkout. It runs in this very process: signals, exit code and the three
// streams are its own.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhenStale } from './lib/fresh-build.mjs'
import { watchParent } from './lib/parent-watch.mjs'
import { OUT } from './lib/paths.mjs'
import { say } from './lib/say.mjs'
import { SetupError } from './lib/setup-error.mjs'

try {
  await buildWhenStale({ quiet: true })
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  process.exit(1)
}
watchParent(() => process.kill(process.pid, 'SIGTERM'))
const program = path.join(OUT, 'main', 'cli.js')
process.argv[1] = program
await import(pathToFileURL(program).href)
