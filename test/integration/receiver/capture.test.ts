import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sampleFlow, targetOf } from '../../unit/engine/receiver/known-flow'
import { exchangeRaw, openRaw, post, startReceiver, textOf } from './receiver-fixture'

const target = targetOf(sampleFlow)
const lead = '{"UserDetails":{"FirstName":"Some"}}'

describe('the receiver keeps a request as it came', () => {
  it('with headers in their order and case, repeated ones too', async () => {
    const { port, received } = await startReceiver()
    const bytes = `POST ${target} HTTP/1.1\r\nhOsT:  spaced \r\nX-B: 1\r\nx-a: \r\nX-b: 2\r\nCookie: a=1\r\nX-Latin: caf\xe9\r\ncontent-LENGTH: ${lead.length}\r\nConnection: close\r\n\r\n${lead}`
    expect(await exchangeRaw(port, bytes)).toMatch(/^HTTP\/1\.1 202 Accepted\r\n/)
    const [request] = received
    expect(request?.headers).toEqual([
      ['hOsT', 'spaced'],
      ['X-B', '1'],
      ['x-a', ''],
      ['X-b', '2'],
      ['Cookie', 'a=1'],
      ['X-Latin', 'caf\xe9'],
      ['content-LENGTH', String(lead.length)],
      ['Connection', 'close'],
    ])
    expect(request).toMatchObject({ method: 'POST', target, httpVersion: '1.1', secure: false, problem: null })
    expect(request).toMatchObject({ bodySize: lead.length, bodyCut: false, peer: { address: '127.0.0.1' } })
    expect(textOf(request?.body ?? Buffer.alloc(0))).toBe(lead)
  })

  it('answers with the exact headers, Content-Length 0 and Date', async () => {
    const { port } = await startReceiver()
    const answer = await exchangeRaw(port, post(target, lead))
    const names = answer.split('\r\n').slice(1, -2)
    expect(names.map((line) => line.split(':')[0])).toEqual([
      ...['Cache-Control', 'Pragma', 'Expires', 'x-ms-workflow-run-id', 'x-ms-correlation-id'],
      ...['x-ms-client-tracking-id', 'x-ms-trigger-history-name', 'x-ms-execution-location'],
      ...['x-ms-workflow-system-id', 'x-ms-workflow-id', 'x-ms-workflow-version', 'x-ms-workflow-name'],
      ...['x-ms-tracking-id', 'x-ms-ratelimit-burst-remaining-workflow-writes'],
      ...['x-ms-ratelimit-remaining-workflow-download-contentsize'],
      ...['x-ms-ratelimit-remaining-workflow-upload-contentsize', 'x-ms-ratelimit-time-remaining-directapirequests'],
      ...['x-ms-request-id', 'Strict-Transport-Security', 'Content-Length', 'Date', 'Connection'],
    ])
    expect(answer).toContain('\r\nContent-Length: 0\r\n')
    expect(answer.endsWith('\r\n\r\n')).toBe(true)
  })

  it('with every byte of the body, still compressed', async () => {
    const { port, received } = await startReceiver()
    const every = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
    const bodies = [gzipSync(lead), every]
    for (const body of bodies) {
      const head = `POST ${target} HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`
      expect(await exchangeRaw(port, Buffer.concat([Buffer.from(head), body]))).toContain(' 202 ')
    }
    expect(received.map(({ body }) => Buffer.from(body).equals(bodies.shift() ?? Buffer.alloc(0)))).toEqual([
      true,
      true,
    ])
  })

  it('from chunks, split anywhere', async () => {
    const { port, received } = await startReceiver()
    const connection = await openRaw(port)
    connection.socket.setNoDelay(true)
    const bytes = `POST ${target} HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5;x=1\r\n{"Use\r\n1\r\nr\r\n8\r\nDetails"\r\n0\r\nTrailer: t\r\n\r\n`
    for (const byte of bytes) await new Promise((resolve) => connection.socket.write(byte, resolve))
    expect(await connection.closed()).toContain(' 202 ')
    expect(textOf(received[0]?.body ?? Buffer.alloc(0))).toBe('{"UserDetails"')
    expect(received[0]).toMatchObject({ bodySize: 14, bodyCut: false })
  })

  it('over HTTP/1.0, without a body, and without Host', async () => {
    const { port, received } = await startReceiver()
    const old = `POST ${target} HTTP/1.0\r\nContent-Length: ${lead.length}\r\n\r\n${lead}`
    expect(await exchangeRaw(port, old)).toContain(' 202 ')
    expect(await exchangeRaw(port, `POST ${target} HTTP/1.1\r\nConnection: close\r\n\r\n`)).toContain(' 202 ')
    expect(received.map((request) => [request.httpVersion, request.bodySize])).toEqual([
      ['1.0', lead.length],
      ['1.1', 0],
    ])
  })

  it('keeps the connection open and the order of pipelined requests', async () => {
    const answers: (() => void)[] = []
    const { port, received, arrived } = await startReceiver({
      onRequest: (request) =>
        new Promise((resolve) => {
          const headers = [['X-Body', textOf(request.body)]] as const
          answers.push(() => resolve({ status: 202, reason: 'Accepted', headers, body: new Uint8Array(0) }))
        }),
    })
    const connection = await openRaw(port)
    const one = (body: string) => `POST ${target} HTTP/1.1\r\nContent-Length: 1\r\n\r\n${body}`
    connection.socket.write(one('1') + one('2') + one('3'))
    await arrived(3)
    for (const answer of answers.toReversed()) answer()
    const text = await connection.until('X-Body: 3')
    expect(text.match(/X-Body: \d/g)).toEqual(['X-Body: 1', 'X-Body: 2', 'X-Body: 3'])
    connection.socket.write(one('4'))
    await arrived(4)
    answers[3]?.()
    await connection.until('X-Body: 4')
    expect(received).toHaveLength(4)
  })

  it('says 100 Continue before the body and 202 after it', async () => {
    const { port, received } = await startReceiver()
    const connection = await openRaw(port)
    connection.socket.write(
      `POST ${target} HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n`,
    )
    expect(await connection.until('\r\n\r\n')).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    expect(received).toHaveLength(0)
    connection.socket.write('{}')
    expect(await connection.closed()).toContain(' 202 ')
    expect(textOf(received[0]?.body ?? Buffer.alloc(0))).toBe('{}')
  })

  it('ignores an expectation that it does not know', async () => {
    const { port } = await startReceiver()
    expect(await exchangeRaw(port, post(target, '{}', 'Expect: a-miracle\r\n'))).toContain(' 202 ')
  })

  it('answers visits without an entry, without stored data and without CORS', async () => {
    const { port, received } = await startReceiver()
    const visits = [
      'GET / HTTP/1.1\r\n',
      'GET /favicon.ico HTTP/1.1\r\n',
      `HEAD ${target} HTTP/1.1\r\n`,
      `OPTIONS ${target} HTTP/1.1\r\nOrigin: https://example.com\r\nAccess-Control-Request-Method: POST\r\n`,
    ]
    for (const visit of visits) {
      const answer = await exchangeRaw(port, `${visit}Connection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 200 /)
      expect(answer.toLowerCase()).not.toContain('access-control')
    }
    expect(received).toHaveLength(0)
  })

  it('says 503 and never 2xx when the request could not be stored', async () => {
    const { port } = await startReceiver({ onRequest: () => Promise.reject(new Error('disk full')) })
    const answer = await exchangeRaw(port, post(target, lead))
    expect(answer).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/)
    expect(answer).toContain('\r\nRetry-After: 30\r\n')
  })
})
