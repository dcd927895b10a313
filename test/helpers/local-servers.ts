import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createHttps, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Socket, type Server as TcpServer } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export type SeenRequest = {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

export type LocalServer = { readonly port: number; readonly url: string; readonly seen: readonly SeenRequest[] }

/** A server on 127.0.0.1 that notes what it gets, then answers; closed with all its connections when the test ends. */
export async function httpServer(answer: RequestListener, tls: ServerOptions | null = null): Promise<LocalServer> {
  const seen: SeenRequest[] = []
  const listener: RequestListener = (request, response) => {
    // What a test cuts off in the middle is not noted.
    buffer(request).then(
      (body) => {
        seen.push(describe(request, body))
        answer(request, response)
      },
      () => {},
    )
  }
  const server = tls === null ? createHttp(listener) : createHttps(tls, listener)
  const port = await listen(server)
  return { port, url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`, seen }
}

/** A server that speaks whatever the test writes. */
export async function tcpServer(
  onConnection: (socket: Socket) => void,
): Promise<{ readonly port: number; readonly url: string }> {
  const server = createTcp((socket) => {
    socket.on('error', () => {})
    onConnection(socket)
  })
  const port = await listen(server)
  return { port, url: `http://127.0.0.1:${port}` }
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createTcp()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(addressOf(server).port))
  })
  await new Promise((resolve) => server.close(resolve))
  return port
}

export async function listen(server: Server | TcpServer): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return addressOf(server).port
}

function addressOf(server: Server | TcpServer): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.')
  return address
}

function describe(request: IncomingMessage, body: Buffer): SeenRequest {
  const headers: (readonly [string, string])[] = []
  const raw = request.rawHeaders
  for (let at = 0; at + 1 < raw.length; at += 2) headers.push([raw[at] ?? '', raw[at + 1] ?? ''])
  return { method: request.method ?? '', target: request.url ?? '', headers, body }
}
