// npm run dev: the app with hot reload. Arguments go to the app.
import path from 'node:path'
import { main } from './lib/main.mjs'
import { ROOT } from './lib/paths.mjs'
import { isRoot, prepareWindow } from './lib/prepare.mjs'
import { runInOurPlace } from './lib/run-command.mjs'

main(async () => {
  const { runtime, env, stop } = await prepareWindow()
  const electronVite = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const appArgs = process.argv.slice(2)
  const args = [
    electronVite,
    'dev',
    ...(isRoot() ? ['--noSandbox'] : []),
    ...(appArgs.length > 0 ? ['--', ...appArgs] : []),
  ]
  const code = await runInOurPlace(process.execPath, args, {
    cwd: ROOT,
    // electron-vite ends on a signal without a word to the Electron it started.
    wholeGroup: true,
    // electron-vite asks neither for ELECTRON_OVERRIDE_DIST_PATH nor the binary for its version.
    env: { ...env, ELECTRON_EXEC_PATH: runtime.executable, ELECTRON_MAJOR_VER: runtime.version.split('.')[0] },
  })
  stop()
  return code
})
