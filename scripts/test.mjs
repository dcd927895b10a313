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

main(async () => {
  const args = process.argv.slice(2)
  await buildWhenStale()
  const window = needsWindow(args) ? await prepareWindow() : null
  const work = mkdtempSync(path.join(os.tmpdir(), 'lead-inspector-test-'))
  const countsFile = path.join(work, 'counts.json')
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', `--reporter=${path.join(ROOT, 'scripts/lib/vitest-counts.mjs')}`]
  const code = await runInOurPlace(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: ROOT,
    env: { ...(window?.env ?? process.env), LEAD_INSPECTOR_TEST_COUNTS: countsFile },
  })
  window?.stop()
  const counts = readCounts(countsFile, code)
  rmSync(work, { recursive: true, force: true })
  process.stdout.write(`\n${describeCounts(counts)}\n`)
  return code !== 0 || counts.failed === 0 ? code : 1
})
