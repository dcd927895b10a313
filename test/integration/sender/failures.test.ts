import { gzipSync } from 'node:zlib'
import type { SendFailure } from '@shared/answer/answer'
import { AppError } from '@shared/app-error'
import { describe, expect, it } from 'vitest'
import type { SendResult } from '../../../src/engine/sender/sender'
import { closedPort, httpServer, tcpServer } from '../../helpers/local-servers'
import { prepared, testSender } from '../../helpers/prepared'

function failureOf(result: SendResult): SendFailure {
  if (result.outcome.kind !== 'failed') throw new Error(`answered with ${result.outcome.answer.status}`)
  return result.outcome.failure
}

describe('a failure of the network', () => {
  it('nothing listens there', async () => {
    const port = await closedPort()
    const failure = failureOf(await testSender().send(prepared(`http://127.0.0.1:${port}/`)))
    expect(failure).toEqual({ kind: 'refused', code: 'ECONNREFUSED', host: '127.0.0.1', port })
  })

  it('the name is not known', async () => {
    const result = await testSender().send(prepared('http://no-such-host.invalid/'))
    expect(failureOf(result)).toMatchObject({ kind: 'dns-failed', host: 'no-such-host.invalid', port: 80 })
    expect(result.timing).toMatchObject({ connect: null, firstByte: null })
  })

  it('the connection is cut before, or in the middle of, the answer', async () => {
    const before = await tcpServer((socket) => void socket.once('data', () => socket.resetAndDestroy()))
    expect(failureOf(await testSender().send(prepared(before.url)))).toMatchObject({
      kind: 'reset',
      code: 'ECONNRESET',
    })
    const silent = await tcpServer((socket) => void socket.once('data', () => socket.end()))
    expect(failureOf(await testSender().send(prepared(silent.url))).kind).toBe('reset')
    const middle = await tcpServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'))
    })
    expect(failureOf(await testSender().send(prepared(middle.url))).kind).toBe('reset')
  })

  it('a connection that is cut each time is tried once more, not for ever', async () => {
    let requests = 0
    const server = await tcpServer((socket) => {
      socket.on('data', () => {
        requests += 1
        if (requests === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
        else socket.destroy()
      })
    })
    const sender = testSender()
    await sender.send(prepared(server.url))
    expect(failureOf(await sender.send(prepared(server.url))).kind).toBe('reset')
    expect(requests).toBe(3)
  })

  it('what answers is not HTTP', async () => {
    const server = await tcpServer((socket) => socket.end('220 mail.example ESMTP ready\r\n'))
    expect(failureOf(await testSender().send(prepared(server.url)))).toMatchObject({ kind: 'not-http' })
  })

  it('no answer in time: while connecting, waiting and reading', async () => {
    const silent = await tcpServer(() => {})
    const failure = failureOf(await testSender().send(prepared(silent.url, { settings: { timeoutMs: 50 } })))
    expect(failure).toMatchObject({ kind: 'timed-out', code: 'ETIMEDOUT' })
    const slow = await tcpServer((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'))
    })
    expect(failureOf(await testSender().send(prepared(slow.url, { settings: { timeoutMs: 80 } }))).kind).toBe(
      'timed-out',
    )
    // TLS that is never answered.
    const url = silent.url.replace('http:', 'https:')
    const shaking = await testSender().send(prepared(url, { settings: { timeoutMs: 500 } }))
    expect(failureOf(shaking).kind).toBe('timed-out')
    expect(shaking.timing.connect).not.toBeNull()
    expect(shaking.timing.tls).toBeNull()
  })

  it('the answer is too large, as it is or once inflated', async () => {
    const bomb = gzipSync(Buffer.alloc(101 * 1024 * 1024))
    const server = await httpServer((request, response) => {
      if (request.url === '/bomb') {
        response.setHeader('Content-Encoding', 'gzip')
        response.end(bomb)
      } else if (request.url === '/announced') {
        response.setHeader('Content-Length', 200 * 1024 * 1024)
        response.write('x')
      } else {
        const piece = Buffer.alloc(4 * 1024 * 1024)
        const more = (): boolean => response.destroyed || (response.write(piece) && more())
        response.on('drain', more)
        more()
      }
    })
    const sender = testSender()
    for (const path of ['/bomb', '/announced', '/endless']) {
      expect(failureOf(await sender.send(prepared(server.url + path))).kind, path).toBe('body-too-large')
    }
  })
})

describe('a cancel by the user', () => {
  const cancelled = new AppError('cancelled')

  it('before anything was done', async () => {
    const server = await httpServer((_request, response) => response.end())
    await expect(testSender().send(prepared(server.url), { signal: AbortSignal.abort() })).rejects.toEqual(cancelled)
    expect(server.seen).toEqual([])
  })

  it('during the TLS handshake', async () => {
    const cancel = new AbortController()
    const server = await tcpServer((socket) => void socket.once('data', () => cancel.abort()))
    const sending = testSender().send(prepared(server.url.replace('http:', 'https:')), { signal: cancel.signal })
    await expect(sending).rejects.toEqual(cancelled)
  })

  it('while uploading', async () => {
    const cancel = new AbortController()
    // Reads a little and then no more, so that the upload cannot end.
    const server = await tcpServer((socket) => {
      socket.once('data', () => {
        socket.pause()
        cancel.abort()
      })
    })
    const body = { kind: 'bytes' as const, bytes: Buffer.alloc(50_000_000) }
    await expect(testSender().send(prepared(server.url, { body }), { signal: cancel.signal })).rejects.toEqual(
      cancelled,
    )
  })

  it('while waiting for the answer, and while reading it; the connection is closed', async () => {
    for (const begun of ['', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf']) {
      const cancel = new AbortController()
      let onClosed = (): void => {}
      const closed = new Promise<void>((resolve) => {
        onClosed = resolve
      })
      const server = await tcpServer((socket) => {
        socket.once('close', onClosed)
        socket.once('data', () => {
          if (begun === '') cancel.abort()
          else socket.write(begun)
        })
      })
      const sending = testSender().send(prepared(server.url), {
        signal: cancel.signal,
        onProgress: ({ received }) => {
          if (received > 0) cancel.abort()
        },
      })
      await expect(sending).rejects.toEqual(cancelled)
      await closed
    }
  })

  it('does not hurt the next send', async () => {
    const cancel = new AbortController()
    const server = await httpServer((request, response) => {
      if (request.url === '/wait') cancel.abort()
      else response.end('ok')
    })
    const sender = testSender()
    await expect(sender.send(prepared(`${server.url}/wait`), { signal: cancel.signal })).rejects.toEqual(cancelled)
    expect((await sender.send(prepared(server.url))).outcome.kind).toBe('answered')
  })
})
