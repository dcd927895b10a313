import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import { sampleFlow, targetOf } from '../../unit/engine/receiver/known-flow'
import { exchangeRaw, jsonOf, openRaw, post, startReceiver, textOf } from './receiver-fixture'

const target = targetOf(sampleFlow)
const kibibyte = 1024

describe('limits of the head', () => {
  it('takes 100 header lines and refuses 101 with 431', async () => {
    const { port, received } = await startReceiver()
    // `post` writes three lines of its own.
    const lines = (count: number) => Array.from({ length: count - 3 }, (_, index) => `X-${index}: 1\r\n`).join('')
    expect(await exchangeRaw(port, post(target, '{}', lines(100)))).toContain(' 202 ')
    expect(await exchangeRaw(port, post(target, '{}', lines(101)))).toMatch(/^HTTP\/1\.1 431 /)
    expect(await exchangeRaw(port, post(target, '{}', lines(3000)))).toMatch(/^HTTP\/1\.1 431 /)
    expect(received.map(({ problem }) => problem?.diagnosis.code)).toEqual([
      undefined,
      'headers-too-large',
      'headers-too-large',
    ])
    expect(received[1]?.headers).toHaveLength(101)
  })

  it('takes 15 KiB of headers and refuses 17, 40 and 200 KiB with 431', async () => {
    const { port, received } = await startReceiver()
    const big = (size: number) => `X-Big: ${'x'.repeat(size * kibibyte)}\r\n`
    expect(await exchangeRaw(port, post(target, '{}', big(15)))).toContain(' 202 ')
    for (const size of [17, 40, 200]) {
      const answer = await exchangeRaw(port, post(target, '{}', big(size)))
      expect(answer).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
      expect(jsonOf(answer)).toMatchObject({ error: { code: 'RequestHeadersTooLarge' } })
    }
    expect(received.map(({ problem }) => problem?.diagnosis.code ?? null)).toEqual([
      null,
      'headers-too-large',
      'headers-too-large',
      'headers-too-large',
    ])
    expect(received[2]).toMatchObject({ method: 'POST', target })
  })

  it('takes a URL of 8 KiB and refuses 9 and 60 KiB with 414', async () => {
    const { port, received } = await startReceiver()
    const long = (length: number) => `${target}&x=${'x'.repeat(length - target.length - 3)}`
    expect(await exchangeRaw(port, post(long(8 * kibibyte), '{}'))).toContain(' 202 ')
    for (const size of [9, 60]) {
      const answer = await exchangeRaw(port, post(long(size * kibibyte), '{}'))
      expect(answer).toMatch(/^HTTP\/1\.1 414 /)
    }
    expect(received.map(({ problem }) => problem?.diagnosis.code ?? null)).toEqual([
      null,
      'target-too-long',
      'target-too-long',
    ])
  })

  it('refuses what a web page of another site sends, and takes the rest', async () => {
    const { port, received } = await startReceiver()
    expect(await exchangeRaw(port, post(target, '{}', 'sec-Fetch-site: cross-site\r\n'))).toMatch(/^HTTP\/1\.1 403 /)
    expect(await exchangeRaw(port, post(target, '{}', 'Sec-Fetch-Site: none\r\n'))).toContain(' 202 ')
    expect(received.map(({ problem }) => problem?.diagnosis.code)).toEqual(['cross-site', undefined])
  })
})

describe('the limit of the body', () => {
  const settings = { maxBodyBytes: 64 * kibibyte }

  it('takes what just fits', async () => {
    const { port, received } = await startReceiver({ settings })
    expect(await exchangeRaw(port, post(target, 'x'.repeat(64 * kibibyte)))).toContain(' 202 ')
    expect(received[0]).toMatchObject({ bodySize: 64 * kibibyte, bodyCut: false })
  })

  it.each([
    ['Content-Length', (size: number) => `Content-Length: ${size}\r\n\r\n${'x'.repeat(size)}`],
    [
      'chunks',
      (size: number) => `Transfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`,
    ],
  ])('answers 413 that the sender can read, and keeps the beginning (%s)', async (_, rest) => {
    const { port, received } = await startReceiver({ settings })
    const connection = await openRaw(port)
    connection.socket.write(`POST ${target} HTTP/1.1\r\n${rest(20 * 1024 * kibibyte)}`)
    expect(await connection.closed()).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n/)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ bodyCut: true, problem: { diagnosis: { code: 'body-too-large' } } })
    expect(received[0]?.body).toHaveLength(64 * kibibyte)
    expect(received[0]?.bodySize).toBeGreaterThan(64 * kibibyte)
  })

  it('lets a real client that writes all first read the 413', async () => {
    const { port } = await startReceiver({ settings })
    const request = httpRequest({ host: '127.0.0.1', port, path: target, method: 'POST' })
    request.end(Buffer.alloc(30 * 1024 * kibibyte))
    const [response] = await once(request, 'response')
    expect(response.statusCode).toBe(413)
    response.resume()
  })

  it('judges 100-continue by the declared length, without reading', async () => {
    const { port, received } = await startReceiver({ settings })
    const connection = await openRaw(port)
    connection.socket.write(`POST ${target} HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 70000\r\n\r\n`)
    const answer = await connection.until('}}')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).not.toContain('100 Continue')
    expect(received[0]).toMatchObject({ bodySize: 70_000, bodyCut: true })
    connection.socket.end()
    await connection.closed()
    expect(received).toHaveLength(1)
  })

  it('stops reading a refused body after a while', async () => {
    const { port, received } = await startReceiver({
      settings,
      limits: { drainBytes: 128 * kibibyte, drainMs: 60_000 },
    })
    const connection = await openRaw(port)
    const closed = new Promise<void>((resolve) => connection.socket.once('close', () => resolve()))
    connection.socket.write(`POST ${target} HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n`)
    // Far from all of what it says: only a receiver that hangs up ends this.
    connection.socket.write(Buffer.alloc(64 * 1024 * kibibyte))
    await closed
    expect(received[0]?.problem?.diagnosis.code).toBe('body-too-large')
  })

  it('keeps little of a request that is refused for its head', async () => {
    const { port, received } = await startReceiver({ limits: { refusedBodyBytes: 10 } })
    await exchangeRaw(port, post(target, 'x'.repeat(50), 'Sec-Fetch-Site: cross-site\r\n'))
    expect(received[0]).toMatchObject({ bodySize: 50, bodyCut: true })
    expect(received[0]?.body).toHaveLength(10)
  })

  it('says 503 with Retry-After while too many bytes are in flight, and recovers', async () => {
    const releases: (() => void)[] = []
    const { port, received, arrived } = await startReceiver({
      settings: { maxBodyBytes: 10 * kibibyte },
      limits: { inFlightBytes: 16 * kibibyte },
      onRequest: (request) => {
        const answer = request.problem?.answer ?? {
          status: 202,
          reason: 'Accepted',
          headers: [],
          body: Buffer.alloc(0),
        }
        if (request.problem !== null) return Promise.resolve(answer)
        return new Promise((resolve) => releases.push(() => resolve(answer)))
      },
    })
    const body = 'x'.repeat(9 * kibibyte)
    const first = exchangeRaw(port, post(target, body))
    await arrived(1)
    const refused = await exchangeRaw(port, post(target, body))
    expect(refused).toMatch(/^HTTP\/1\.1 503 /)
    expect(refused).toContain('\r\nRetry-After: 1\r\n')
    expect(received[1]).toMatchObject({ problem: { diagnosis: { code: 'overloaded' } } })
    releases[0]?.()
    expect(await first).toContain(' 202 ')
    const third = exchangeRaw(port, post(target, body))
    await arrived(3)
    releases[1]?.()
    expect(await third).toContain(' 202 ')
  })
})

describe('limits of time and number', () => {
  const limits = { headersTimeoutMs: 150, requestTimeoutMs: 300, connectionsCheckingIntervalMs: 30 }

  it('gives up on headers that do not come, with 408 and an entry', async () => {
    const { port, received } = await startReceiver({ limits })
    expect(await exchangeRaw(port, `POST ${target} HTTP/1.1\r\nX-Sl`)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
    expect(received[0]?.problem?.diagnosis.code).toBe('request-timeout')
    expect(received[0]?.bodyCut).toBe(true)
  })

  it('gives up on a body that does not come, and keeps what came', async () => {
    const { port, received } = await startReceiver({ limits })
    const answer = await exchangeRaw(port, `POST ${target} HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"a"`)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ target, bodyCut: true, problem: { diagnosis: { code: 'request-timeout' } } })
    expect(textOf(received[0]?.body ?? Buffer.alloc(0))).toBe('{"a"')
  })

  it('closes a connection that says nothing, without an entry', async () => {
    const { port, received } = await startReceiver({ limits })
    expect(await exchangeRaw(port, '')).toBe('')
    expect(received).toHaveLength(0)
  })

  it('closes an idle connection after the keep-alive time', async () => {
    const { port } = await startReceiver({ limits: { keepAliveTimeoutMs: 100 } })
    const answer = await exchangeRaw(port, `POST ${target} HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}`)
    expect(answer).toContain(' 202 ')
  })

  it('closes a connection after its last allowed request', async () => {
    const { port, received } = await startReceiver({ limits: { maxRequestsPerSocket: 2 } })
    const connection = await openRaw(port)
    const one = `POST ${target} HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}`
    connection.socket.write(one)
    await connection.until('\r\n\r\n')
    connection.socket.write(one)
    const text = await connection.closed()
    expect(text.match(/ 202 Accepted/g)).toHaveLength(2)
    expect(text).toMatch(/Connection: close\r\nDate: [^\r]*\r\n\r\n$/)
    expect(received).toHaveLength(2)
  })

  it('drops connections over the limit', async () => {
    const { port } = await startReceiver({ limits: { maxConnections: 1 } })
    const first = await openRaw(port)
    first.socket.write(`POST ${target} HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}`)
    await first.until('\r\n\r\n')
    const second = await openRaw(port)
    // Closed or reset, whichever comes first.
    expect(await second.closed().catch(() => 'reset')).toMatch(/^(reset)?$/)
  })
})
