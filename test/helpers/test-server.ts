import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export type SeenRequest = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export type TestServer = {
  readonly url: string
  /** All requests so far, in their order. */
  readonly seen: readonly SeenRequest[]
  /** Requests that are being answered now, at most. */
  readonly mostAtOnce: () => number
}

/** An HTTP server on a free port that answers as the test says (204 without it); closed when the test ends. */
export async function startTestServer(
  answer: (request: SeenRequest, response: ServerResponse) => void | Promise<void> = (_, response) =>
    void response.writeHead(204).end(),
): Promise<TestServer> {
  const seen: SeenRequest[] = []
  let open = 0
  let most = 0
  const server = createServer(async (request, response) => {
    open += 1
    most = Math.max(most, open)
    response.once('close', () => (open -= 1))
    const body = await buffer(request)
    const found = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
    seen.push(found)
    await answer(found, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, mostAtOnce: () => most }
}
