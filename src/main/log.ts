import { join } from 'node:path'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
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
    info: (message) => log.info(maskUrlSecrets(message)),
    warn: (message) => log.warn(maskUrlSecrets(message)),
    error: (message, cause) =>
      log.error(maskUrlSecrets(cause === undefined ? message : `${message}: ${describe(cause)}`)),
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
