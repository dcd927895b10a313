// Electron's own default app, reduced to what `electron [switches] [-r module] <folder>` needs. The fall-back binary
// comes without one; it is copied to `resources/default_app.asar` there. Electron waits for this module's top-level
// await before it reports `ready`, so an ES-module app that registers its schemes at the top is in time.
// Source: electron/electron, default_app/main.ts.
import fs from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { folder, modules } = readArguments(process.argv.slice(1))

// Playwright hands its loader over with -r; it must run before the app so that it can hold back `ready`.
if (modules.length > 0) Module._preloadModules(modules)

if (folder === null) {
  console.error('Usage: electron [options] <folder of an app>')
  app.exit(1)
} else {
  await load(path.resolve(folder))
}

/**
 * @param {readonly string[]} args
 * @returns {{ folder: string | null, modules: string[] }}
 */
function readArguments(args) {
  const modules = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') modules.push(args[++i])
    else if (!arg.startsWith('-')) return { folder: arg, modules }
  }
  return { folder: null, modules }
}

/** @param {string} folder */
async function load(folder) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const manifestFile = path.join(folder, 'package.json')
  const manifest = fs.existsSync(manifestFile) ? JSON.parse(fs.readFileSync(manifestFile, 'utf8')) : {}
  // Without a version this build of Electron hangs in `ready`.
  app.setVersion(manifest.version ?? '0.0.0')
  app.setName(manifest.productName ?? manifest.name ?? 'Electron')
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  try {
    const entry = Module._resolveFilename(folder, null, true)
    app.setAppPath(fs.existsSync(manifestFile) ? folder : path.dirname(entry))
    await import(pathToFileURL(entry).href)
  } catch (error) {
    console.error(`The app in ${folder} could not be loaded:`, error)
    app.exit(1)
  }
}
