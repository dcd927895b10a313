import { join } from 'node:path'

// This module is bundled into out/main/index.js, so its folder is out/main in a checkout and in the packed application.
const mainFolder = import.meta.dirname

/** Files of the build that the shell hands to Electron. */
export const buildPaths = {
  engine: join(mainFolder, 'engine.js'),
  preload: join(mainFolder, '../preload/index.cjs'),
  renderer: join(mainFolder, '../renderer'),
} as const
