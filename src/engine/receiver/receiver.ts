import { AppError, type AppErrorData, toErrorData } from '@shared/app-error'
import type { ReceiverState } from '@shared/receiver-state'
import type { EngineSettings } from '@shared/settings'
import { type Certificate, createCertificate } from './certificate'
import { createReceiverServer, type ReceiverServer } from './http-server'
import { type ReceiverLimits, receiverLimits } from './limits'
import { allHosts, findFreePort, listenOnAll, loopbackHosts } from './listen'
import type { OnRequest } from './received-request'
import type { Load, ReceiverContext } from './receiver-context'

/** Listens for HTTP requests and hands each on as it came. Write-only: it serves nothing that is stored. */
export type Receiver = {
  /**
   * Starts listening; stops first where it already does. Resolves with the state reached and does not reject.
   * @param certificate for HTTPS; where it is null and HTTPS is on, one is made (see `certificatePem`)
   */
  readonly start: (settings: EngineSettings, certificate?: Certificate | null) => Promise<ReceiverState>
  /** Takes no new connection, finishes what has begun (bounded by `limits.stopMs`), then resolves. */
  readonly stop: () => Promise<void>
  readonly state: () => ReceiverState
  /** Certificate of the HTTPS listener; null when it does not run. */
  readonly certificatePem: () => string | null
}

export type ReceiverOptions = {
  readonly onRequest: OnRequest
  readonly onStateChange: (state: ReceiverState) => void
  readonly makeCertificate?: () => Promise<Certificate>
  /** Other limits than the design's, for tests. */
  readonly limits?: Partial<ReceiverLimits>
}

type Secured =
  | { readonly ok: true; readonly servers: readonly ReceiverServer[]; readonly port: number }
  | { readonly ok: false; readonly error: AppErrorData }

type Running = { readonly context: ReceiverContext; readonly servers: readonly ReceiverServer[] }

export function createReceiver(options: ReceiverOptions): Receiver {
  const limits: ReceiverLimits = { ...receiverLimits, ...options.limits }
  let state: ReceiverState = { state: 'stopped' }
  let running: Running | null = null
  let certificatePem: string | null = null
  // Starts and stops happen one after the other, however they are called.
  let last: Promise<unknown> = Promise.resolve()

  function enter(next: ReceiverState): ReceiverState {
    state = next
    options.onStateChange(next)
    return next
  }

  async function stopServers(): Promise<void> {
    const stopped = running
    running = null
    certificatePem = null
    if (stopped !== null) await closeServers(stopped, limits.stopMs)
  }

  async function start(settings: EngineSettings, given: Certificate | null): Promise<ReceiverState> {
    await stopServers()
    enter({ state: 'starting' })
    const load: Load = { bodyBytes: 0, pending: 0, held: new Set(), stopping: false, onIdle: null }
    const context = { onRequest: options.onRequest, limits, maxBodyBytes: settings.maxBodyBytes, load }
    const hosts = settings.listenOn === 'all' ? allHosts : loopbackHosts

    const http = await listenOnAll(hosts, settings.port, () => createReceiverServer(context, null))
    if (!http.ok) return enter(await bindFailure(hosts, settings.port, http))
    const https = settings.httpsEnabled ? await listenSecurely(context, hosts, settings.httpsPort, given) : null
    const servers = https?.ok ? [...http.servers, ...https.servers] : http.servers
    // Without a listener an error of a server (too many open files) would end the process.
    for (const server of servers) server.on('error', (error) => enter({ state: 'failed', error: toErrorData(error) }))
    running = { context, servers }
    return enter({
      state: 'listening',
      port: http.port,
      addresses: http.addresses,
      httpsPort: https?.ok ? https.port : null,
      httpsError: https === null || https.ok ? null : https.error,
    })
  }

  /** HTTP goes on whatever happens here: tunnels need only that. */
  async function listenSecurely(
    context: ReceiverContext,
    hosts: readonly string[],
    port: number,
    given: Certificate | null,
  ): Promise<Secured> {
    try {
      const certificate = given ?? (await (options.makeCertificate ?? createCertificate)())
      const https = await listenOnAll(hosts, port, () => createReceiverServer(context, certificate))
      if (!https.ok) return { ok: false, error: bindError(port, https) }
      certificatePem = certificate.certPem
      return https
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      return { ok: false, error: toErrorData(new AppError('tls-failed', { detail })) }
    }
  }

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = last.then(task, task)
    last = result.catch(() => undefined)
    return result
  }

  return {
    start: (settings, certificate = null) =>
      inTurn(() => start(settings, certificate)).catch((error: unknown) =>
        enter({ state: 'failed', error: toErrorData(error) }),
      ),
    stop: () =>
      inTurn(async () => {
        await stopServers()
        if (state.state !== 'stopped') enter({ state: 'stopped' })
      }),
    state: () => state,
    certificatePem: () => certificatePem,
  }
}

type BindFailure = { readonly code: string; readonly message: string }

async function bindFailure(hosts: readonly string[], port: number, failure: BindFailure): Promise<ReceiverState> {
  if (failure.code === 'EADDRINUSE') return { state: 'port-in-use', port, freePort: await findFreePort(hosts, port) }
  return { state: 'failed', error: bindError(port, failure) }
}

function bindError(port: number, failure: BindFailure): AppErrorData {
  if (failure.code === 'EADDRINUSE') return { code: 'port-in-use', params: { port } }
  if (failure.code === 'EACCES') return { code: 'port-not-allowed', params: { port } }
  return { code: 'unexpected', params: { detail: failure.message } }
}

/** Long enough to read what has already arrived on a new connection, too short to be noticed. */
const silenceMs = 50

/** Closes the servers when their requests are answered, by force after `graceMs`; resolves when all is stored. */
async function closeServers({ context, servers }: Running, graceMs: number): Promise<void> {
  const { load } = context
  load.stopping = true
  for (const give of [...load.held]) give()
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())))
  for (const server of servers) server.closeIdleConnections()
  const silence = setTimeout(() => {
    for (const server of servers) server.closeSilentConnections()
  }, silenceMs)
  const force = setTimeout(() => {
    for (const server of servers) server.destroyConnections()
  }, graceMs)
  await Promise.all(closed)
  clearTimeout(silence)
  clearTimeout(force)
  if (load.pending > 0) await idle(load, graceMs)
}

/** Resolves when nothing is pending any more, or after `graceMs`: a store that hangs must not hang the stop. */
function idle(load: Load, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, graceMs)
    load.onIdle = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}
