// npm test: prepares the machine, builds, runs all of vitest's projects and ends with "N passed, N failed".
// Arguments go to vitest: npm test -- test/unit/shared
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildWhenStale } from './lib/fresh-build.mjs'
import { main } from './lib/main.mjs'
import { ROOT } from './lib/paths.mjs'
import { prepareWindow } from './lib/prepare.mjs'
import { runInOurPlace } from './lib/run-command.mjs'
import { describeCounts, needsWindow, readCounts } from './lib/test-run.mjs'
import { startVirtualDisplay } from './lib/virtual-display.mjs'

main(async () => {
  const args = process.argv.slice(2)
  await buildWhenStale()
  const window = needsWindow(args) ? await prepareWindow() : null
  // On virtual displays two windows run beside each other, each with a clipboard and a keyboard focus of its own.
  const second = window?.isVirtual && !process.env.LEAD_INSPECTOR_SCREENSHOTS ? await startVirtualDisplay() : null
  const displays = second === null ? {} : { LEAD_INSPECTOR_TEST_DISPLAYS: `${window?.env.DISPLAY},${second.display}` }
  const work = mkdtempSync(path.join(os.tmpdir(), 'lead-inspector-test-'))
  const countsFile = path.join(work, 'counts.json')
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', `--reporter=${path.join(ROOT, 'scripts/lib/vitest-counts.mjs')}`]
  const code = await runInOurPlace(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: ROOT,
    env: { ...(window?.env ?? process.env), ...displays, LEAD_INSPECTOR_TEST_COUNTS: countsFile },
  })
  window?.stop()
  second?.stop()
  const counts = readCounts(countsFile, code)
  rmSync(work, { recursive: true, force: true })
  process.stdout.write(`\n${describeCounts(counts)}\n`)
  return code !== 0 || counts.failed === 0 ? code : 1
})
