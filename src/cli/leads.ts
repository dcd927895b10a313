import { once } from 'node:events'
import { resolve } from 'node:path'
import { everyLead } from '@shared/lead/lead-query'
import { version } from '../../package.json'
import { exportText } from '../engine/export/export-job'
import { openStorageReadOnly } from '../engine/storage/open-storage'
import { defaultDataFolder } from './default-data-folder'
import { readArgs } from './read-args'
import { readEngineSettings } from './read-engine-settings'
import { UsageError } from './usage-error'

/** `lead-inspector leads`: the stored leads on standard output, newest first; reads beside a running app. */
export async function leads(args: readonly string[]): Promise<number> {
  const options = readArgs(args, {
    data: { type: 'string' },
    query: { type: 'string', default: '' },
    format: { type: 'string', default: 'jsonl' },
  })
  const { format } = options
  if (format !== 'jsonl' && format !== 'csv' && format !== 'har') {
    throw new UsageError(`--format takes jsonl, csv or har, not "${format}".`)
  }
  const dataFolder = resolve(options.data ?? defaultDataFolder())
  const settings = await readEngineSettings(dataFolder)
  const storage = openStorageReadOnly(dataFolder)
  try {
    const pieces = exportText(storage.leads, {
      selection: { query: { ...everyLead, text: options.query } },
      format,
      baseUrl: `http://127.0.0.1:${settings.port}`,
      version,
      signal: new AbortController().signal,
      onProgress: () => {},
    })
    for await (const piece of pieces) {
      if (!process.stdout.write(piece.text)) await once(process.stdout, 'drain')
    }
  } finally {
    storage.close()
  }
  return 0
}
