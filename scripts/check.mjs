// npm run check: everything that can be said about the code without running the app. All checks run, even after one
// has failed, so that one run shows all there is to do.
import path from 'node:path'
import { main } from './lib/main.mjs'
import { ROOT } from './lib/paths.mjs'
import { runInOurPlace } from './lib/run-command.mjs'
import { say } from './lib/say.mjs'

const CHECKS = [
  { name: 'Biome', command: 'biome', args: ['check', '.'] },
  { name: 'TypeScript', command: 'tsc', args: ['--noEmit'] },
  { name: 'knip', command: 'knip', args: [] },
  { name: 'layer rules', command: 'vitest', args: ['run', '--project', 'unit', 'test/unit/layers'] },
]

main(async () => {
  const failed = []
  for (const { name, command, args } of CHECKS) {
    say(`check: ${name}`)
    const program = path.join(ROOT, 'node_modules', '.bin', command)
    const code = await runInOurPlace(program, args, { cwd: ROOT, shell: process.platform === 'win32' })
    if (code !== 0) failed.push(name)
  }
  say(failed.length === 0 ? 'check: all is well' : `check: not well: ${failed.join(', ')}`)
  return failed.length === 0 ? 0 : 1
})
