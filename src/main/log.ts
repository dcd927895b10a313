import { join } from 'node:path'
import { maskSignature } from '@shared/flow/flow-url'
import log from 'electron-log/node'

export type Log = {
  readonly info: (message: string) => void
  readonly warn: (message: string) => void
  readonly error: (message: string, cause?: unknown) => void
}

/** The log file in the data folder (1 MiB, one older file is kept). Signatures of flow URLs are masked in every line. */
export function setUpLog(dataFolder: string): Log {
  log.transports.console.level = false
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'main.log')
  return {
    info: (message) => log.info(maskSignature(message)),
    warn: (message) => log.warn(maskSignature(message)),
    error: (message, cause) =>
      log.error(maskSignature(cause === undefined ? message : `${message}: ${describe(cause)}`)),
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
