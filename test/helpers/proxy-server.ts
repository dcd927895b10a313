import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { listen } from './local-servers'

export type TestProxy = { readonly port: number; readonly asked: readonly string[] }

/**
 * A small proxy: hands plain requests on, opens tunnels, and refuses both with 407 when it has credentials that are not
 * given. Notes what it is asked as `METHOD target`.
 */
export async function proxyServer(credentials: string | null = null): Promise<TestProxy> {
  const asked: string[] = []
  const wanted = credentials === null ? null : `Basic ${Buffer.from(credentials).toString('base64')}`
  const server = createServer((incoming, answer) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    const { 'proxy-authorization': given, ...headers } = incoming.headers
    if (wanted !== null && given !== wanted) return void answer.writeHead(407).end()
    const onward = request(incoming.url ?? '', { method: incoming.method ?? 'GET', headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    onward.on('error', () => answer.writeHead(502).end())
    incoming.pipe(onward)
  })
  server.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`)
    socket.on('error', () => {})
    if (wanted !== null && incoming.headers['proxy-authorization'] !== wanted) {
      return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
    }
    const [host, port] = (incoming.url ?? '').split(':')
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'))
  })
  return { port: await listen(server), asked }
}
