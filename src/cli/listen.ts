import { once } from 'node:events'
import { resolve } from 'node:path'
import commonTexts from '@resources/locales/en/common.json'
import { AppError } from '@shared/app-error'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { ReceiverState } from '@shared/receiver-state'
import { visibleString } from '@shared/text/visible-string'
import { version } from '../../package.json'
import { createEngine } from '../engine/engine'
import { defaultDataFolder } from './default-data-folder'
import { eventText, noticeText } from './notice-text'
import { readArgs, readNumber } from './read-args'
import { readEngineSettings } from './read-engine-settings'

/** `lead-inspector listen`: the engine without a window, until SIGINT or SIGTERM. */
export async function listen(args: readonly string[]): Promise<number> {
  const options = readArgs(args, {
    port: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  })
  const dataFolder = resolve(options.data ?? defaultDataFolder())
  const settings = await readEngineSettings(dataFolder)
  const write = (line: string): void => void process.stdout.write(`${line}\n`)
  // From the first moment: a signal that comes while the receiver starts must not be lost.
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])

  const engine = createEngine({
    dataFolder,
    settings:
      options.port === undefined ? settings : { ...settings, port: readNumber('port', options.port, 0, 65_535) },
    version,
    workerUrl: new URL('./pattern-worker.js', import.meta.url),
    holder: 'cli',
    secretKey: null,
    onStored: (leads) => {
      if (options.quiet) return
      for (const lead of leads) write(options.json ? jsonLine(lead) : textLine(lead))
    },
  })
  const warn = (text: string): void => void process.stderr.write(`${text}\n`)
  engine.listen((events) => {
    for (const event of events) {
      const text = eventText(event)
      if (text !== null) warn(text)
    }
  })
  try {
    for (const notice of (await engine.handlers.hydrate({})).notices) warn(noticeText(notice))
    const receiver = await engine.start()
    const flowUrl = engine.flowUrl()
    if (receiver.state !== 'listening' || flowUrl === null) throw startError(receiver)
    const url = new URL(flowUrl).origin
    write(
      options.json ? JSON.stringify({ event: 'listening', url, flowUrl }) : `Listening on ${url}\nFlow URL: ${flowUrl}`,
    )
    await stopped
  } finally {
    await engine.close()
  }
  return 0
}

function startError(receiver: ReceiverState): AppError {
  if (receiver.state === 'port-in-use') {
    return new AppError('port-in-use', { port: receiver.port, freePort: receiver.freePort ?? '' })
  }
  if (receiver.state === 'failed') return new AppError(receiver.error.code, receiver.error.params)
  return new AppError('receiver-not-listening')
}

function jsonLine(lead: LeadSummary): string {
  const { receivedAt, ...rest } = lead
  return JSON.stringify({ event: 'lead', ...rest, receivedAt: new Date(receivedAt).toISOString() })
}

// Made once: a formatter costs more than the line it is for.
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

/** Received text goes to a terminal, which obeys control characters: they are shown, never sent. */
function textLine(lead: LeadSummary): string {
  const time = clock.format(lead.receivedAt)
  const name = visibleString(`${lead.firstName} ${lead.lastName}`.trim()) || '(no name)'
  const what = lead.diagnosis ?? commonTexts.verdict[lead.verdict]
  return [time, lead.status, what, name, visibleString(lead.company)].join('  ')
}
