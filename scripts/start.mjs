// npm start: opens the app's window on this machine, whatever is missing. Arguments go to the app.
import { buildWhenStale } from './lib/fresh-build.mjs'
import { main } from './lib/main.mjs'
import { ROOT } from './lib/paths.mjs'
import { isRoot, prepareWindow } from './lib/prepare.mjs'
import { runInOurPlace } from './lib/run-command.mjs'
import { say } from './lib/say.mjs'
import { isHeadless } from './lib/virtual-display.mjs'

main(async () => {
  await buildWhenStale()
  const { runtime, env, stop } = await prepareWindow()
  if (isRoot()) say("running as root: Chromium's sandbox is off (--no-sandbox)")
  const switches = [
    ...(isRoot() ? ['--no-sandbox'] : []),
    // A machine without a display has no D-Bus and no GPU either, of which Chromium complains in many lines.
    ...(isHeadless() ? ['--log-level=3'] : []),
  ]
  const args = [...switches, ROOT, ...process.argv.slice(2)]
  const code = await runInOurPlace(runtime.executable, args, { env, detached: true })
  stop()
  return code
})
