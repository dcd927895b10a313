import { describe, expect, it } from 'vitest'
import { sampleFlow, targetOf } from '../../unit/engine/receiver/known-flow'
import { exchangeRaw, openRaw, post, startReceiver, textOf } from './receiver-fixture'

const target = targetOf(sampleFlow)

describe('broken messages are kept and answered', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 'malformed-http', ''],
    ['TLS on the plain port', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'malformed-http', ''],
    [
      'two lengths',
      `POST ${target} HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      'malformed-http',
      'POST',
    ],
    ['a broken header', `POST ${target} HTTP/1.1\r\nno colon\r\n\r\n`, 'malformed-http', 'POST'],
    ['a space in the URL', `POST ${target.replace('&sig', ' &sig')} HTTP/1.1\r\n\r\n`, 'url-has-space', 'POST'],
    ['HTTP/3.0', `POST ${target} HTTP/3.0\r\n\r\n`, 'malformed-http', 'POST'],
  ])('%s', async (_, bytes, code, method) => {
    const { port, received } = await startReceiver()
    expect(await exchangeRaw(port, bytes)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ method, headers: [], problem: { diagnosis: { code } } })
    expect(textOf(received[0]?.body ?? Buffer.alloc(0))).toBe(bytes)
  })

  it('a broken chunk, with the body so far', async () => {
    const { port, received } = await startReceiver()
    const bytes = `POST ${target} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n`
    expect(await exchangeRaw(port, bytes)).toMatch(/^HTTP\/1\.1 400 /)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ target, bodyCut: true, problem: { diagnosis: { code: 'malformed-http' } } })
    expect(textOf(received[0]?.body ?? Buffer.alloc(0))).toBe('{}')
  })

  it('an upload that its sender aborts', async () => {
    const { port, received, arrived } = await startReceiver()
    for (const hangUp of ['destroy', 'resetAndDestroy', 'end'] as const) {
      const before = received.length
      const connection = await openRaw(port)
      connection.socket.write(`POST ${target} HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"a"`, () =>
        connection.socket[hangUp](),
      )
      await arrived(before + 1)
    }
    for (const request of received) {
      expect(request).toMatchObject({ bodyCut: true, problem: { diagnosis: { code: 'request-aborted' } } })
    }
    expect(received).toHaveLength(3)
    expect(textOf(received[0]?.body ?? Buffer.alloc(0))).toBe('{"a"')
  })

  it('headers that end in the middle', async () => {
    const { port, received } = await startReceiver()
    const connection = await openRaw(port)
    connection.socket.end(`POST ${target} HTTP/1.1\r\nHost`)
    expect(await connection.closed()).toMatch(/^HTTP\/1\.1 400 /)
    expect(received[0]?.problem?.diagnosis.code).toBe('request-aborted')
  })

  it('garbage behind a good request does not spoil its answer', async () => {
    const { port, received } = await startReceiver()
    const good = `POST ${target} HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}`
    const text = await exchangeRaw(port, `${good}garbage\x00\r\n\r\n`)
    expect(text).toMatch(/^HTTP\/1\.1 202 /)
    expect(text).toMatch(/\r\n\r\nHTTP\/1\.1 400 /)
    expect(received).toHaveLength(2)
    expect(received.filter(({ problem }) => problem === null).map(({ body }) => textOf(body))).toEqual(['{}'])
    expect(received.flatMap(({ problem }) => problem?.diagnosis.code ?? [])).toEqual(['malformed-http'])
  })

  it('line ends behind a good request are nothing', async () => {
    const { port, received } = await startReceiver()
    expect(await exchangeRaw(port, `${post(target, '{}')}\r\n\r\n`)).toContain(' 202 ')
    expect(received).toHaveLength(1)
  })

  it('an attempt to use it as a proxy', async () => {
    const { port, received } = await startReceiver()
    expect(await exchangeRaw(port, 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 404 /,
    )
    expect(received[0]).toMatchObject({ method: 'CONNECT', target: 'example.com:443' })
  })

  it('an upgrade is an ordinary request', async () => {
    const { port } = await startReceiver()
    const headers = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'
    const connection = await openRaw(port)
    connection.socket.write(`POST ${target} HTTP/1.1\r\n${headers}Content-Length: 2\r\n\r\n{}`)
    expect(await connection.until('\r\n\r\n')).toContain(' 202 ')
  })
})
