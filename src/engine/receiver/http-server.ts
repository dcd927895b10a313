import { createServer, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Certificate } from './certificate'
import { handleClientError, handleConnect } from './connection-error'
import { handleContinue, handleRequest } from './exchange'
import type { ReceiverContext } from './receiver-context'

export type ReceiverServer = Server & {
  /** Closes connections on which nothing has been said yet; Node counts them as busy. */
  readonly closeSilentConnections: () => void
  /** Closes all, also those that Node has let go of (CONNECT). */
  readonly destroyConnections: () => void
}

/** One HTTP server, HTTPS with a certificate, with all limits that Node itself can hold. Throws where the certificate is not usable. */
export function createReceiverServer(context: ReceiverContext, certificate: Certificate | null): ReceiverServer {
  const { limits } = context
  const options: ServerOptions = {
    // Node counts the request line, names and values together; the finer limits are judged when the head is complete.
    maxHeaderSize: limits.headerBytes + limits.targetBytes + 1024,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: limits.connectionsCheckingIntervalMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    // Node would answer a request without Host by itself, and nothing of it would be kept.
    requireHostHeader: false,
    noDelay: true,
  }
  const server =
    certificate === null
      ? createServer(options)
      : createTlsServer({ ...options, cert: certificate.certPem, key: certificate.keyPem })
  // 0 is "as many as fit": with a number Node would drop the rest silently instead of letting us refuse.
  server.maxHeadersCount = 0
  // `maxRequestsPerSocket` is kept by the exchange: Node would answer the next request with 503 and keep nothing of it.
  server.maxConnections = limits.maxConnections

  server.on('request', (request, response) => handleRequest(context, request, response))
  server.on('checkContinue', (request, response) => handleContinue(context, request, response))
  // Any other expectation is ignored, so that the request is kept.
  server.on('checkExpectation', (request, response) => handleRequest(context, request, response))
  server.on('connect', (request, socket) => handleConnect(context, request, socket))
  server.on('clientError', (error, socket) => handleClientError(context, error, socket))

  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const closeSilentConnections = (): void => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  }
  const destroyConnections = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return Object.assign(server, { closeSilentConnections, destroyConnections })
}
