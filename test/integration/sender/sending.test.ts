import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { Answer } from '@shared/answer/answer'
import { answerPreviewBytes } from '@shared/answer/answer'
import { AppError } from '@shared/app-error'
import { describe, expect, it } from 'vitest'
import type { SendProgress } from '../../../src/engine/sender/send-progress'
import type { SendResult } from '../../../src/engine/sender/sender'
import { httpServer, tcpServer } from '../../helpers/local-servers'
import { prepared, testSender } from '../../helpers/prepared'
import { tempFolder } from '../../helpers/temp-folder'

function answerOf(result: SendResult): Answer {
  if (result.outcome.kind !== 'answered') throw new Error(`not answered: ${JSON.stringify(result.outcome)}`)
  return result.outcome.answer
}

describe('a request', () => {
  it('goes out with its headers in their order and case, and what the connection needs', async () => {
    const server = await httpServer((_request, response) => response.end('ok'))
    const { sent } = await testSender().send(
      prepared(`${server.url}/a?b=c&d=%20`, {
        headers: [
          ['x-LOWER-upper', 'one'],
          ['Content-Type', 'application/json'],
          ['X-Twice', 'a'],
          ['X-Twice', 'b'],
          ['X-Latin', 'ü'],
          ['X-Wide', 'Ж'],
        ],
      }),
    )
    const expected = [
      ['Host', `127.0.0.1:${server.port}`],
      ['x-LOWER-upper', 'one'],
      ['Content-Type', 'application/json'],
      ['X-Twice', 'a'],
      ['X-Twice', 'b'],
      ['X-Latin', 'ü'],
      ['X-Wide', 'Ж'],
      ['Accept-Encoding', 'gzip, deflate, br'],
      ['Content-Length', '7'],
      ['Connection', 'keep-alive'],
    ]
    expect(sent.headers).toEqual(expected)
    const wide = Buffer.from('Ж').toString('latin1')
    expect(server.seen[0]).toMatchObject({ method: 'POST', target: '/a?b=c&d=%20' })
    expect(server.seen[0]?.headers).toEqual(expected.map(([name, value]) => [name, value === 'Ж' ? wide : value]))
    expect(server.seen[0]?.body.toString()).toBe('{"a":1}')
    expect(sent).toMatchObject({ method: 'POST', bodySize: 7, bodyText: '{"a":1}' })
  })

  it('keeps a Host of its own, mends a wrong Content-Length, and leaves out what was switched off', async () => {
    const server = await httpServer((_request, response) => response.end())
    await testSender().send(
      prepared(server.url, {
        headers: [
          ['content-length', '99'],
          ['Host', 'elsewhere.example'],
        ],
        withoutHeaders: ['accept-encoding'],
      }),
    )
    expect(server.seen[0]?.headers).toEqual([
      ['content-length', '7'],
      ['Host', 'elsewhere.example'],
      ['Connection', 'keep-alive'],
    ])
  })

  it('is sent in chunks when it says so', async () => {
    const server = await httpServer((_request, response) => response.end())
    await testSender().send(prepared(server.url, { headers: [['Transfer-Encoding', 'chunked']] }))
    expect(server.seen[0]?.body.toString()).toBe('{"a":1}')
    expect(server.seen[0]?.headers.map(([name]) => name)).not.toContain('Content-Length')
  })

  it('without a body says so where one is expected', async () => {
    const server = await httpServer((_request, response) => response.end())
    const sender = testSender()
    await sender.send(prepared(server.url, { body: { kind: 'none' }, headers: [] }))
    await sender.send(prepared(server.url, { method: 'GET', body: { kind: 'none' }, headers: [] }))
    const lengths = server.seen.map(({ headers }) => headers.find(([name]) => name === 'Content-Length')?.[1])
    expect(lengths).toEqual(['0', undefined])
  })

  it('uses one connection for many, and a new one when the server has closed it in between', async () => {
    let connections = 0
    const server = await tcpServer((socket) => {
      connections += 1
      let answered = 0
      socket.on('data', () => {
        answered += 1
        // The second request on each connection finds it closed, as with a server whose patience has ended.
        if (answered === 2) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
      })
    })
    const sender = testSender()
    const results = [await sender.send(prepared(server.url)), await sender.send(prepared(server.url))]
    expect(results.map((result) => answerOf(result).status)).toEqual([200, 200])
    expect(connections).toBe(2)

    const steady = await httpServer((_request, response) => response.end())
    const first = await sender.send(prepared(steady.url))
    const second = await sender.send(prepared(steady.url))
    expect(first.timing.connect).not.toBeNull()
    expect(second.timing).toMatchObject({ dns: null, connect: null, tls: null })
    expect(second.timing.firstByte).toBeGreaterThan(0)
  })

  it('sends files and form parts as they are, and records the beginning', async () => {
    const server = await httpServer((_request, response) => response.end())
    const folder = tempFolder()
    const text = join(folder, 'a "note".txt')
    const large = join(folder, 'large.bin')
    writeFileSync(text, 'from a file')
    writeFileSync(large, Buffer.alloc(3_000_000, 7))
    const sender = testSender()
    const multipart = await sender.send(
      prepared(server.url, {
        headers: [['Content-Type', 'multipart/form-data; boundary=XX']],
        body: {
          kind: 'multipart',
          boundary: 'XX',
          parts: [
            { name: 'name', contentType: null, content: { kind: 'text', text: 'Ünï' } },
            { name: 'file', contentType: null, content: { kind: 'file', path: text } },
          ],
        },
      }),
    )
    const body = server.seen[0]?.body.toString() ?? ''
    expect(body).toBe(
      [
        '--XX',
        'Content-Disposition: form-data; name="name"',
        '',
        'Ünï',
        '--XX',
        'Content-Disposition: form-data; name="file"; filename="a %22note%22.txt"',
        'Content-Type: text/plain',
        '',
        'from a file',
        '--XX--',
        '',
      ].join('\r\n'),
    )
    expect(multipart.sent.bodyText).toBe(body)
    const progress: SendProgress[] = []
    const file = await sender.send(prepared(server.url, { body: { kind: 'file', path: large } }), {
      onProgress: (step) => progress.push(step),
    })
    expect(progress.at(-1)).toMatchObject({ sent: 3_000_000, sentTotal: 3_000_000 })
    expect(server.seen[1]?.body.byteLength).toBe(3_000_000)
    expect(file.sent).toMatchObject({ bodySize: 3_000_000 })
  })

  it('reads only files that were chosen', async () => {
    const server = await httpServer((_request, response) => response.end())
    const path = join(tempFolder(), 'secret.txt')
    writeFileSync(path, 'x')
    const sender = testSender({ isApproved: (asked) => asked !== path })
    const refused = new AppError('file-not-chosen', { path })
    const part = { name: 'a', contentType: null, content: { kind: 'file' as const, path } }
    await expect(sender.send(prepared(server.url, { body: { kind: 'file', path } }))).rejects.toEqual(refused)
    await expect(
      sender.send(prepared(server.url, { body: { kind: 'multipart', boundary: 'b', parts: [part] } })),
    ).rejects.toEqual(refused)
    const gone = join(tempFolder(), 'gone.txt')
    await expect(sender.send(prepared(server.url, { body: { kind: 'file', path: gone } }))).rejects.toMatchObject({
      code: 'file-unreadable',
    })
    expect(server.seen).toEqual([])
  })
})

describe('an answer', () => {
  it('is told with its sizes, headers as they came, and the parts of its time', async () => {
    const server = await httpServer((_request, response) => {
      response.writeHead(418, 'I am a teapot', ['X-Case', '1', 'set-cookie', 'a=1', 'set-cookie', 'b=2'])
      response.end('{"ok":true}')
    })
    const result = await testSender().send(prepared(server.url.replace('127.0.0.1', 'localhost')))
    const answer = answerOf(result)
    expect(answer).toMatchObject({
      status: 418,
      reason: 'I am a teapot',
      httpVersion: '1.1',
      bodySize: 11,
      wireSize: 11,
      bodyText: '{"ok":true}',
      bodyTruncated: false,
      remoteAddress: '127.0.0.1',
      certificate: null,
    })
    expect(answer.headers.slice(0, 3)).toEqual([
      ['X-Case', '1'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    const { total, ...parts } = result.timing
    for (const name of ['dns', 'connect', 'upload', 'firstByte', 'download'] as const) {
      expect(parts[name], name).toBeGreaterThanOrEqual(0)
    }
    const sum = Object.values(parts).reduce<number>((all, part) => all + (part ?? 0), 0)
    expect(sum).toBeLessThanOrEqual(total + 0.5)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ] as const)('is inflated (%s), with both sizes', async (encoding, compress) => {
    const text = 'lead '.repeat(1000)
    const packed = compress(text)
    const server = await httpServer((_request, response) => {
      response.setHeader('Content-Encoding', encoding)
      response.end(packed)
    })
    const result = await testSender().send(prepared(server.url))
    expect(answerOf(result)).toMatchObject({ bodySize: 5000, wireSize: packed.byteLength, bodyText: text })
    expect(Buffer.from(result.body).toString()).toBe(text)
  })

  it('with an encoding that is broken or unknown is given as it came', async () => {
    const server = await httpServer((request, response) => {
      response.setHeader('Content-Encoding', request.url === '/broken' ? 'gzip' : 'rot13')
      response.end('plain')
    })
    const sender = testSender()
    expect(answerOf(await sender.send(prepared(`${server.url}/broken`))).bodyText).toBe('plain')
    expect(answerOf(await sender.send(prepared(`${server.url}/unknown`))).bodyText).toBe('plain')
  })

  it('is decoded by its byte order mark, its charset, else as UTF-8; binary ones are not', async () => {
    const bodies: Readonly<Record<string, readonly [string, Buffer]>> = {
      '/latin': ['text/plain; charset=iso-8859-1', Buffer.from('Grüße', 'latin1')],
      '/mark': ['text/plain', Buffer.from('\ufeffGrüße', 'utf16le')],
      '/utf8': ['text/plain', Buffer.from('Grüße')],
      '/png': ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])],
      '/bytes': ['application/octet-stream', Buffer.from([1, 0, 2, 0])],
      '/long': ['text/plain', Buffer.from(`a${'ü'.repeat(answerPreviewBytes)}`)],
    }
    const server = await httpServer((request, response) => {
      const [type, body] = bodies[request.url ?? ''] ?? ['', Buffer.alloc(0)]
      response.setHeader('Content-Type', type)
      response.end(body)
    })
    const sender = testSender()
    const textOf = async (path: string) => answerOf(await sender.send(prepared(server.url + path)))
    for (const path of ['/latin', '/mark', '/utf8'])
      expect((await textOf(path)).bodyText, path).toMatch(/^\ufeff?Grüße$/)
    expect((await textOf('/png')).bodyText).toBeNull()
    expect((await textOf('/bytes')).bodyText).toBeNull()
    const long = await textOf('/long')
    expect(long.bodyTruncated).toBe(true)
    expect(long.bodyText).toBe(`a${'ü'.repeat((answerPreviewBytes - 2) / 2)}`)
  })

  it('of which only the beginning is wanted still counts whole', async () => {
    const server = await httpServer((_request, response) => response.end('x'.repeat(100_000)))
    const result = await testSender().send(prepared(server.url), { keepBodyBytes: 10 })
    expect(result.body.byteLength).toBe(10)
    expect(answerOf(result)).toMatchObject({ bodySize: 100_000, bodyText: 'xxxxxxxxxx', bodyTruncated: true })
  })

  it('of 50 MB comes whole, with the progress of both directions', async () => {
    const body = Buffer.alloc(50_000_000, 'lead')
    const server = await httpServer((_request, response) => {
      response.setHeader('Content-Length', body.byteLength)
      response.end(body)
    })
    const progress: SendProgress[] = []
    const result = await testSender().send(prepared(server.url, { body: { kind: 'bytes', bytes: body } }), {
      onProgress: (step) => progress.push(step),
    })
    expect(Buffer.compare(result.body, body)).toBe(0)
    expect(server.seen[0]?.body.byteLength).toBe(50_000_000)
    expect(progress[0]).toMatchObject({ sentTotal: 50_000_000, received: 0, receivedTotal: null })
    expect(progress.at(-1)).toMatchObject({ sent: 50_000_000, receivedTotal: 50_000_000 })
    expect(progress.length).toBeLessThanOrEqual(2 + result.timing.total / 100)
  })

  it('that comes before the end of the upload is the answer', async () => {
    const server = await tcpServer((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno'))
    })
    const result = await testSender().send(
      prepared(server.url, { body: { kind: 'bytes', bytes: Buffer.alloc(30_000_000) } }),
    )
    expect(answerOf(result)).toMatchObject({ status: 413, bodyText: 'no' })
  })
})
