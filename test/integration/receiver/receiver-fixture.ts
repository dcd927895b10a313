import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Answer } from '@shared/lead/lead-detail'
import type { ReceiverState } from '@shared/receiver-state'
import { defaultSettings, type EngineSettings } from '@shared/settings'
import { onTestFinished } from 'vitest'
import type { Certificate } from '../../../src/engine/receiver/certificate'
import type { ReceiverLimits } from '../../../src/engine/receiver/limits'
import { type KnownFlow, matchFlow } from '../../../src/engine/receiver/match-flow'
import type { ReceivedRequest } from '../../../src/engine/receiver/received-request'
import { createReceiver, type Receiver } from '../../../src/engine/receiver/receiver'
import { acceptedAnswer, refusalAnswer } from '../../../src/engine/receiver/trigger-answer'
import { directoryOf, sampleFlow } from '../../unit/engine/receiver/known-flow'

export type RunningReceiver = {
  readonly receiver: Receiver
  readonly port: number
  readonly httpsPort: number
  /** All that was handed on, in order. */
  readonly received: ReceivedRequest[]
  /** Resolves once `count` requests were handed on. */
  readonly arrived: (count: number) => Promise<void>
  readonly states: ReceiverState[]
}

export type FixtureOptions = {
  readonly settings?: Partial<EngineSettings>
  readonly limits?: Partial<ReceiverLimits>
  readonly flows?: readonly KnownFlow[]
  readonly certificate?: Certificate
  /** In place of matching the flow: e.g. to answer late. */
  readonly onRequest?: (request: ReceivedRequest) => Promise<Answer>
}

/** A receiver on free ports that records what it is given and answers as the engine does; stopped after the test. */
export async function startReceiver(options: FixtureOptions = {}): Promise<RunningReceiver> {
  const received: ReceivedRequest[] = []
  const states: ReceiverState[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const flows = directoryOf(...(options.flows ?? [sampleFlow]))
  const answer = async (request: ReceivedRequest): Promise<Answer> => {
    if (request.problem !== null) return request.problem.answer
    const match = matchFlow(request, flows)
    return match.kind === 'matched' ? acceptedAnswer(match.flow) : refusalAnswer(match.refusal)
  }
  const receiver = createReceiver({
    onRequest: (request) => {
      received.push(request)
      for (const entry of waiting) if (received.length >= entry.count) entry.resolve()
      return (options.onRequest ?? answer)(request)
    },
    onStateChange: (state) => states.push(state),
    limits: { stopMs: 2000, drainMs: 2000, ...options.limits },
  })
  const settings: EngineSettings = { ...defaultSettings.engine, port: 0, httpsPort: 0, ...options.settings }
  onTestFinished(() => receiver.stop())
  const state = await receiver.start(settings, options.certificate ?? null)
  if (state.state !== 'listening') throw new Error(`Not listening: ${JSON.stringify(state)}`)
  const arrived = (count: number): Promise<void> =>
    received.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve }))
  return { receiver, port: state.port, httpsPort: state.httpsPort ?? 0, received, arrived, states }
}

/** A plain connection that collects everything it is told. */
export type RawConnection = {
  readonly socket: Socket
  /** All text received so far. */
  readonly text: () => string
  /** Resolves with all text once it contains `part`; rejects if the other side closes before. */
  readonly until: (part: string) => Promise<string>
  /** Resolves with all text once the other side has closed; rejects when the connection was reset. */
  readonly closed: () => Promise<string>
}

export async function openRaw(port: number, host = '127.0.0.1'): Promise<RawConnection> {
  const socket = connect({ port, host, allowHalfOpen: true })
  onTestFinished(() => {
    socket.destroy()
  })
  await once(socket, 'connect')
  let text = ''
  let ended = false
  let failure: Error | null = null
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    changed()
  })
  socket.on('end', () => {
    ended = true
    changed()
  })
  socket.on('error', (error) => {
    failure = error
    changed()
  })
  const when = (isDone: () => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (isDone()) resolve(text)
        else if (failure !== null) reject(failure)
        else if (ended) reject(new Error(`Closed after: ${text}`))
        else return
        listeners.delete(check)
      }
      listeners.add(check)
      check()
    })
  return {
    socket,
    text: () => text,
    until: (part) => when(() => text.includes(part)),
    closed: () => when(() => ended),
  }
}

/** Sends bytes on a connection of their own and gives all that came back until the receiver closed. */
export async function exchangeRaw(port: number, bytes: string | Uint8Array, host?: string): Promise<string> {
  const connection = await openRaw(port, host)
  connection.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
  return connection.closed()
}

/** The bytes of a POST that closes its connection. */
export function post(target: string, body: string, headers = ''): string {
  return `POST ${target} HTTP/1.1\r\nHost: x\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
}

/** The JSON of an answer's body. */
export function jsonOf(answer: string): unknown {
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
