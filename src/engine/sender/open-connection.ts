import { request } from 'node:http'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls'
import { ConnectionError, errorCode } from './connection-error'
import { readPeerCertificate, verificationCode } from './peer-certificate'
import type { ProxyServer } from './proxy'
import { createSecureContext } from './secure-context'
import type { Marks } from './send-timing'

export type ConnectionPlan = {
  readonly host: string
  readonly port: number
  /** null: no TLS with the target. */
  readonly secureContext: SecureContext | null
  readonly verifyTls: boolean
  /** The proxy to tunnel through, or to hand the request to; null goes directly. */
  readonly proxy: ProxyServer | null
  /** Whether a tunnel is asked of the proxy: always for HTTPS. */
  readonly tunnel: boolean
}

/** The socket of the moment, to be destroyed by whoever cancels. */
export type OpeningSocket = { current: Socket | null; cancelled: boolean }

/**
 * Opens a connection and, for HTTPS, does the handshake and checks the certificate before a byte of the request can go
 * out. @throws ConnectionError
 */
export async function openConnection(plan: ConnectionPlan, marks: Marks, opening: OpeningSocket): Promise<Socket> {
  const plain = await reach(plan, marks, opening)
  marks.connected = performance.now()
  if (plan.secureContext === null) return plain
  if (opening.cancelled) throw new ConnectionError('connect', 'ECONNABORTED')
  const secure = await handshake(plain, plan.host, plan.secureContext, opening)
  marks.secured = performance.now()
  if (!secure.authorized && plan.verifyTls) {
    const error = new ConnectionError('certificate', verificationCode(secure), readPeerCertificate(secure))
    secure.destroy()
    throw error
  }
  return secure
}

async function reach(plan: ConnectionPlan, marks: Marks, opening: OpeningSocket): Promise<Socket> {
  const { proxy } = plan
  if (proxy === null) return dial(plan.host, plan.port, 'connect', marks, opening)
  const dialled = await dial(proxy.host, proxy.port, 'proxy', marks, opening)
  // The proxy's own certificate is checked as Node checks any.
  const socket = proxy.secure ? await secureProxy(dialled, proxy, plan.verifyTls, opening) : dialled
  return plan.tunnel ? askForTunnel(socket, plan, proxy) : socket
}

function dial(
  host: string,
  port: number,
  stage: 'connect' | 'proxy',
  marks: Marks,
  opening: OpeningSocket,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // A body in one piece must not wait for the acknowledgement of its head.
    const socket = connectTcp({ host, port, noDelay: true, keepAlive: true, autoSelectFamilyAttemptTimeout: 500 })
    opening.current = socket
    socket.once('lookup', () => {
      marks.lookedUp ??= performance.now()
    })
    const onError = (error: Error): void => reject(new ConnectionError(stage, errorCode(error), null, { cause: error }))
    socket.once('error', onError)
    socket.once('close', () => reject(new ConnectionError(stage, 'ECONNRESET')))
    socket.once('connect', () => {
      socket.off('error', onError)
      // Until its user listens, a failure must not end the process.
      socket.on('error', () => {})
      resolve(socket)
    })
  })
}

function handshake(
  socket: Socket,
  host: string,
  secureContext: SecureContext,
  opening: OpeningSocket,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connectTls({
      socket,
      host,
      secureContext,
      // Server name indication is for names only.
      servername: isIP(host) === 0 ? host : '',
      ALPNProtocols: ['http/1.1'],
      // Checked by us after the handshake: Node would destroy the socket, and the certificate to be shown with it.
      rejectUnauthorized: false,
    })
    opening.current = secure
    const fail = (error: unknown): void => {
      secure.destroy()
      reject(new ConnectionError('tls', errorCode(error), null, { cause: error }))
    }
    secure.once('error', fail)
    secure.once('close', () => reject(new ConnectionError('tls', 'ECONNRESET')))
    secure.once('secureConnect', () => {
      secure.off('error', fail)
      secure.on('error', () => {})
      resolve(secure)
    })
  })
}

async function secureProxy(
  socket: Socket,
  proxy: ProxyServer,
  verifyTls: boolean,
  opening: OpeningSocket,
): Promise<Socket> {
  try {
    const secure = await handshake(socket, proxy.host, createSecureContext(null, []), opening)
    if (secure.authorized || !verifyTls) return secure
    secure.destroy()
    throw new ConnectionError('proxy', verificationCode(secure))
  } catch (error) {
    throw new ConnectionError('proxy', errorCode(error), null, { cause: error })
  }
}

/** CONNECT: RFC 9110, 9.3.6. The code of a refusal is `HTTP_<status>`. */
function askForTunnel(socket: Socket, plan: ConnectionPlan, proxy: ProxyServer): Promise<Socket> {
  const authority = `${isIP(plan.host) === 6 ? `[${plan.host}]` : plan.host}:${plan.port}`
  return new Promise((resolve, reject) => {
    const refuse = (code: string, cause?: unknown): void => {
      socket.destroy()
      reject(new ConnectionError('proxy', code, null, { cause }))
    }
    const asking = request({
      createConnection: () => socket,
      method: 'CONNECT',
      path: authority,
      headers: {
        Host: authority,
        ...(proxy.authorization !== null && { 'Proxy-Authorization': proxy.authorization }),
      },
    })
    asking.once('connect', (response) => {
      if (response.statusCode === 200) resolve(socket)
      else refuse(`HTTP_${response.statusCode}`)
    })
    asking.once('response', (response) => refuse(`HTTP_${response.statusCode}`))
    asking.on('error', (error) => refuse(errorCode(error), error))
    asking.end()
  })
}
