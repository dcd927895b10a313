// npm run bench -- [name…]: runs test/bench/<name>.mjs, or all of them, one after another. Each is a program of its own
// that prints a table; it finds Electron in ELECTRON_OVERRIDE_DIST_PATH and a display in DISPLAY.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { buildWhenStale } from './lib/fresh-build.mjs'
import { main } from './lib/main.mjs'
import { ROOT } from './lib/paths.mjs'
import { prepareWindow } from './lib/prepare.mjs'
import { runInOurPlace } from './lib/run-command.mjs'
import { say } from './lib/say.mjs'
import { SetupError } from './lib/setup-error.mjs'

const FOLDER = path.join(ROOT, 'test', 'bench')

main(async () => {
  const all = existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((file) => file.endsWith('.mjs'))
        .sort()
    : []
  const chosen = process.argv.slice(2).map((name) => `${path.basename(name, '.mjs')}.mjs`)
  const unknown = chosen.filter((file) => !all.includes(file))
  if (unknown.length > 0 || all.length === 0) {
    throw new SetupError(`There is no bench ${unknown.join(', ')}. There are: ${all.join(', ') || 'none yet'}`)
  }
  await buildWhenStale()
  const { env, stop } = await prepareWindow()
  let worst = 0
  for (const file of chosen.length > 0 ? chosen : all) {
    say(`bench: ${file}`)
    worst = Math.max(worst, await runInOurPlace(process.execPath, [path.join(FOLDER, file)], { cwd: ROOT, env }))
  }
  stop()
  return worst
})
