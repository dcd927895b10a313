// npm run pack: an unpacked application folder in dist/, and a test that it starts and takes a lead. --no-smoke skips it.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildWhenStale } from './lib/fresh-build.mjs'
import { main } from './lib/main.mjs'
import { copyWithoutDefaultApp } from './lib/pack-source.mjs'
import { ROOT } from './lib/paths.mjs'
import { prepareWindow } from './lib/prepare.mjs'
import { runInOurPlace } from './lib/run-command.mjs'
import { say } from './lib/say.mjs'
import { SetupError } from './lib/setup-error.mjs'

main(async () => {
  await buildWhenStale()
  const { runtime, env, stop } = await prepareWindow()
  if (!runtime.official) {
    say(`packing the fall-back Electron ${runtime.version}: good for a trial on this machine, never for a release`)
  }
  const builder = path.join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const electronDist = copyWithoutDefaultApp(runtime.dist)
  const args = [
    '--dir',
    '--config=electron-builder.config.cjs',
    `-c.electronDist=${electronDist}`,
    `-c.electronVersion=${runtime.version}`,
  ]
  const code = await runInOurPlace(process.execPath, [builder, ...args], { cwd: ROOT, env })
  rmSync(electronDist, { recursive: true, force: true })
  if (code !== 0) return code
  const executable = findExecutable(path.join(ROOT, 'dist'))
  say(`packed: ${executable}`)
  if (process.argv.includes('--no-smoke')) return 0
  const smoke = await runInOurPlace(process.execPath, [path.join(ROOT, 'test/pack/smoke.mjs'), executable], { env })
  stop()
  return smoke
})

/**
 * @param {string} dist
 * @returns {string} the packed program of this platform
 */
function findExecutable(dist) {
  const names = {
    linux: 'lead-inspector',
    win32: 'Lead Inspector.exe',
    darwin: 'Lead Inspector.app/Contents/MacOS/Lead Inspector',
  }
  const name = names[/** @type {keyof typeof names} */ (process.platform)]
  const found = readdirSync(dist)
    .map((folder) => path.join(dist, folder, name))
    .find((file) => existsSync(file))
  if (found === undefined) throw new SetupError(`electron-builder left no ${name} in ${dist}`)
  return found
}
