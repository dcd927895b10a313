import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { HeaderPair } from '@shared/http/header-pair'
import { headerValue } from '@shared/http/header-pair'
import { buildSample } from '@shared/lead/samples'
import { visibleString } from '@shared/text/visible-string'
import { type IncomingAnswer, sendRequest } from '../engine/sender/send-request'
import { readArgs, readNumber } from './read-args'
import { UsageError } from './usage-error'

const defaultTimeoutS = '30'

/** `lead-inspector send`: one lead to a flow's URL. Exit code 0 on a 2xx, 1 on another answer; nothing answered is an error. */
export async function send(args: readonly string[]): Promise<number> {
  const options = readArgs(args, {
    url: { type: 'string' },
    body: { type: 'string' },
    header: { type: 'string', multiple: true, default: [] },
    timeout: { type: 'string', default: defaultTimeoutS },
    json: { type: 'boolean', default: false },
  })
  if (options.url === undefined) throw new UsageError('send needs --url: the HTTP POST URL of the flow.')
  if (!URL.canParse(options.url) || !/^https?:$/.test(new URL(options.url).protocol)) {
    throw new UsageError(
      '--url takes an address that begins with https:// or http://. Copy it again with the copy button.',
    )
  }
  const sample = buildSample('article')
  const headers = options.header.map(readHeader)
  const answer = await sendRequest({
    url: options.url,
    method: 'POST',
    headers: headerValue(headers, 'content-type') ? headers : [['Content-Type', sample.contentType], ...headers],
    body: options.body === undefined ? sample.body : await readBody(options.body),
    timeoutMs: readNumber('timeout', options.timeout, 1, 3600) * 1000,
  })
  process.stdout.write(options.json ? `${jsonAnswer(answer)}\n` : textAnswer(answer))
  return answer.status >= 200 && answer.status < 300 ? 0 : 1
}

function readHeader(text: string): HeaderPair {
  const colon = text.indexOf(':')
  if (colon < 1) throw new UsageError(`--header takes 'Name: value', not "${text}".`)
  return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()]
}

async function readBody(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin)
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(`The file "${file}" could not be read: ${error instanceof Error ? error.message : error}`)
  }
}

function jsonAnswer(answer: IncomingAnswer): string {
  return JSON.stringify({
    status: answer.status,
    reason: answer.reason,
    durationMs: Math.round(answer.durationMs),
    headers: answer.headers,
    body: Buffer.from(answer.body).toString('utf8'),
  })
}

function textAnswer(answer: IncomingAnswer): string {
  const lines = [
    `${answer.status} ${answer.reason}  (${Math.round(answer.durationMs)} ms)`,
    ...answer.headers.map(([name, value]) => `${name}: ${value}`),
  ]
  const body = Buffer.from(answer.body).toString('utf8')
  return `${[...lines.map((line) => visibleString(line)), '', body && visibleString(body)].join('\n').trimEnd()}\n`
}
